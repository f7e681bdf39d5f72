import { expect, type Page, test } from '@playwright/test';
import { newHome, type Program, startApp } from './app.ts';
import { foundAt } from './axe.ts';
import { ReviewPage } from './review-page.ts';

let home: ReturnType<typeof newHome>;
let program: Program;

test.beforeEach(() => {
  home = newHome();
});
test.afterEach(async () => {
  await program.stop();
  home.remove();
});

async function openPractice(page: Page): Promise<ReviewPage> {
  const app = await startApp(home.path);
  program = app.program;
  const screen = new ReviewPage(page);
  await page.goto(app.address);
  await screen.button('Open the practice company').click();
  await expect(screen.button('Export both')).toBeEnabled();
  return screen;
}

test('a person lets things go wrong at the practice company, sees what comes of it, and switches all off', async ({
  page,
}) => {
  const screen = await openPractice(page);
  const row = (title: string) => page.getByRole('listitem').filter({ hasText: title });
  const trouble = page.getByText('Trouble…');
  const wait = page.getByLabel('QuickBooks asks us to wait (429)');
  await expect(trouble).toBeVisible();
  await expect(wait).toHaveCount(0);
  // What is asked before an export would meet the troubles that are meant for the export.
  await expect(page.getByRole('region', { name: 'Before you export' })).toContainText(
    'employees can be read',
  );

  await trouble.click();
  await wait.selectOption('The next time');
  await expect(row('QuickBooks asks us to wait')).toContainText('On, has not struck yet');
  await page.getByLabel('The session expires in mid-run').selectOption('The next time');
  await expect(page.getByText('Trouble… (2 on)')).toBeVisible();
  await screen.button('Export both').click();
  await expect(page.getByText(/QuickBooks asks us to wait \d s/)).toBeVisible();
  await expect(screen.button('Find matches')).toBeEnabled();
  await expect(row('QuickBooks asks us to wait')).toContainText('Struck once, over now');
  await expect(row('The session expires in mid-run')).toContainText('Struck once, over now');

  await page.getByLabel('The day’s API calls are used up').selectOption('Every time');
  await screen.button('Export both').click();
  await expect(page.getByRole('alert')).toContainText('Salesforce has no calls left for today');
  await page.getByLabel('The new refresh token is lost on its way').selectOption('The next time');
  await page.getByLabel('The day’s API calls are used up').selectOption('Off');
  await screen.button('Export both').click();
  await expect(page.getByRole('alert')).toContainText('QuickBooks cannot be reached');
  await screen.button('Export both').click();
  await expect(page.getByRole('alert')).toContainText('QuickBooks no longer accepts the sign-in');

  await screen.button('Switch all off').click();
  await expect(screen.button('Switch all off')).toBeDisabled();
  await expect(page.getByText('Trouble… (')).toHaveCount(0);
  await screen.button('Export both').click();
  await expect(screen.button('Find matches')).toBeDisabled();
  await expect(screen.button('Find matches')).toBeEnabled();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('somebody else’s changes are in the next export, and the open panel is remembered', async ({ page }) => {
  const screen = await openPractice(page);
  await screen.button('Export both').click();
  const salesforce = page.getByRole('region', { name: 'Salesforce', exact: true });
  await expect(salesforce).toContainText('1,182 accounts');
  await page.getByText('Trouble…').press('Enter');
  await screen.button('Merge two accounts').press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'was merged into' })).toBeVisible();
  await screen.button('Add 5 customers').click();
  await expect(page.getByRole('status').filter({ hasText: '5 customers were added' })).toBeVisible();
  await screen.button('Export both').click();
  await expect(salesforce).toContainText('1,181 accounts');
  await expect(page.getByRole('region', { name: 'QuickBooks', exact: true })).toContainText(
    '1,136 customers',
  );
  await page.reload();
  await expect(screen.button('Merge two accounts')).toBeVisible();
  await page.getByText('Trouble…').click();
  await expect(screen.button('Merge two accounts')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Trouble…')).toBeVisible();
  await expect(screen.button('Merge two accounts')).toHaveCount(0);
});

test('another project has no such panel', async ({ page }) => {
  const app = await startApp(home.path);
  program = app.program;
  const screen = new ReviewPage(page);
  await page.goto(app.address);
  await screen.button('New project').click();
  await page.getByRole('textbox').fill('Acme');
  await page.keyboard.press('Enter');
  await expect(screen.button('Export both')).toBeVisible();
  await expect(page.getByText('Trouble…')).toHaveCount(0);
});

test('axe finds nothing in the open panel, light or dark', async ({ browser }) => {
  // axe injects its own script, which the app's policy would refuse.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await openPractice(page);
  await page.getByText('Trouble…').click();
  await page.getByLabel('An answer takes five seconds').first().selectOption('Every time');
  await expect(page.getByText('On, has not struck yet')).toBeVisible();
  expect(await foundAt(page, { inDark: true })).toEqual([]);
  await context.close();
});
