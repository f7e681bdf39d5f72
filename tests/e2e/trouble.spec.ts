import { foundAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import type { ReviewPage } from './review-page.ts';

async function openPractice(screens: ReviewPage): Promise<void> {
  await screens.button('Open the practice company').click();
  await expect(screens.button('Export both')).toBeEnabled();
}

test('a person lets things go wrong at the practice company, sees what comes of it, and switches all off', async ({
  page,
  screens,
}) => {
  await openPractice(screens);
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
  await screens.button('Export both').click();
  await expect(page.getByText(/QuickBooks asks us to wait \d s/)).toBeVisible();
  await expect(screens.button('Find matches')).toBeEnabled();
  await expect(row('QuickBooks asks us to wait')).toContainText('Struck once, over now');
  await expect(row('The session expires in mid-run')).toContainText('Struck once, over now');

  await page.getByLabel('The day’s API calls are used up').selectOption('Every time');
  await screens.button('Export both').click();
  await expect(page.getByRole('alert')).toContainText('Salesforce has no calls left for today');
  await page.getByLabel('The new refresh token is lost on its way').selectOption('The next time');
  await page.getByLabel('The day’s API calls are used up').selectOption('Off');
  await screens.button('Export both').click();
  await expect(page.getByRole('alert')).toContainText('QuickBooks cannot be reached');
  await screens.button('Export both').click();
  await expect(page.getByRole('alert')).toContainText('QuickBooks no longer accepts the sign-in');

  await screens.button('Switch all off').click();
  await expect(screens.button('Switch all off')).toBeDisabled();
  await expect(page.getByText('Trouble… (')).toHaveCount(0);
  await screens.button('Export both').click();
  await expect(screens.button('Find matches')).toBeDisabled();
  await expect(screens.button('Find matches')).toBeEnabled();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('somebody else’s changes are in the next export, and the open panel is remembered', async ({
  page,
  screens,
}) => {
  await openPractice(screens);
  await screens.button('Export both').click();
  const salesforce = page.getByRole('region', { name: 'Salesforce', exact: true });
  await expect(salesforce).toContainText('1,182 accounts');
  await page.getByText('Trouble…').press('Enter');
  await screens.button('Merge two accounts').press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'was merged into' })).toBeVisible();
  await screens.button('Add 5 customers').click();
  await expect(page.getByRole('status').filter({ hasText: '5 customers were added' })).toBeVisible();
  await screens.button('Export both').click();
  await expect(salesforce).toContainText('1,181 accounts');
  await expect(page.getByRole('region', { name: 'QuickBooks', exact: true })).toContainText(
    '1,136 customers',
  );
  await page.reload();
  await expect(screens.button('Merge two accounts')).toBeVisible();
  await page.getByText('Trouble…').click();
  await expect(screens.button('Merge two accounts')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Trouble…')).toBeVisible();
  await expect(screens.button('Merge two accounts')).toHaveCount(0);
});

test('another project has no such panel', async ({ page, screens }) => {
  await screens.button('New project').click();
  await page.getByRole('textbox').fill('Acme');
  await page.keyboard.press('Enter');
  await expect(screens.button('Export both')).toBeVisible();
  await expect(page.getByText('Trouble…')).toHaveCount(0);
});

test.describe('to axe', () => {
  // It injects its own script, which the app's policy would refuse.
  test.use({ bypassCSP: true });

  test('nothing is wrong with the open panel, light or dark', async ({ page, screens }) => {
    await openPractice(screens);
    await page.getByText('Trouble…').click();
    await page.getByLabel('An answer takes five seconds').first().selectOption('Every time');
    await expect(page.getByText('On, has not struck yet')).toBeVisible();
    expect(await foundAt(page, { inDark: true })).toEqual([]);
  });
});
