import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { decideAt } from '../support/consent.ts';
import { freePort } from '../support/free-port.ts';
import { type AppUnderTest, expect, test } from './fixtures.ts';
import { control } from './practice.ts';
import { ReviewPage } from './review-page.ts';

type Service = 'Salesforce' | 'QuickBooks';
const services: readonly Service[] = ['Salesforce', 'QuickBooks'];

let page: Page;
let screen: ReviewPage;

test.beforeEach(({ page: given }) => {
  page = given;
  screen = new ReviewPage(page);
});

/** Opens the practice project. */
async function openPractice(app: AppUnderTest, env: Record<string, string> = {}): Promise<void> {
  await page.goto(await app.start(env));
  await screen.button('Open the practice company').click();
  await expect(screen.button('Export both')).toBeEnabled();
}

const card = (service: Service): Locator => page.getByRole('region', { name: service });
const dialog = (): Locator => page.getByRole('dialog');

/** Begins a sign-in at a free port, as far as the link to the service's page. */
async function begin(service: Service): Promise<Locator> {
  await card(service)
    .getByRole('button', { name: /^Connect/ })
    .click();
  await dialog()
    .getByLabel('Port on this computer')
    .fill(String(await freePort()));
  await dialog().getByRole('button', { name: 'Sign in' }).click();
  const link = dialog().getByRole('link', { name: 'Open the sign-in page' });
  await expect(link).toBeVisible();
  return link;
}

/** Follows the link in a tab of its own, as the person does. */
async function follow(link: Locator): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await link.click();
  return await opened;
}

async function signIn(service: Service): Promise<void> {
  const tab = await follow(await begin(service));
  await tab.getByRole('button', { name: 'Allow' }).click();
  await expect(tab.getByText('return to Counterpart')).toBeVisible();
  await tab.close();
  await expect(dialog()).toHaveCount(0);
  await expect(card(service)).toContainText('Signed in');
}

test('signs in to both services through their pages, works with that, and leaves no secret behind', async ({
  app,
  home,
}) => {
  await openPractice(app);
  for (const service of services) {
    // Without a sign-in of one's own nothing works any more: what works afterwards is the new one.
    await control(await screen.addressOf(service), 'sessions/expire', { refresh: true });
  }
  await screen.button('Export both').click();
  await expect(page.getByRole('alert')).toContainText('no longer accepts the sign-in');
  for (const service of services) await signIn(service);
  await expect(card('Salesforce')).toContainText('until Counterpart ends');
  await screen.button('Export both').click();
  await expect(card('Salesforce')).toContainText('1,182 accounts');
  // Renewed in the middle of the work, and the renewed one is what goes on.
  for (const service of services) {
    await control(await screen.addressOf(service), 'sessions/expire', { refresh: false });
  }
  await screen.button('Export both').click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await screen.button('Find matches').click();
  await expect(screen.activeRow).toBeVisible();

  await screen.screen(/^Sources/).click();
  for (const service of services) {
    await card(service).getByRole('button', { name: 'Sign out' }).click();
    await dialog().getByRole('button', { name: 'Sign out' }).click();
    await expect(card(service)).not.toContainText('Signed in');
    await expect(card(service)).not.toContainText('could not be told');
  }
  const { program } = app;
  await program.stop();
  expect(secretsIn(`${program.said()}\n${program.complained()}`)).toEqual([]);
  expect(secretsIn(filesOf(home.path))).toEqual([]);
});

for (const service of services) {
  test(`says what happened when access to ${service} is denied, and can begin again`, async ({ app }) => {
    await openPractice(app);
    const tab = await follow(await begin(service));
    await tab.getByRole('button', { name: 'Deny' }).click();
    await expect(tab.getByRole('heading', { name: 'Not connected' })).toBeVisible();
    await tab.close();
    await expect(dialog().getByRole('alert')).toContainText(`${service} says that access was denied`);
    await dialog().getByRole('button', { name: 'Close', exact: true }).first().click();
    await expect(card(service)).not.toContainText('Signed in');
    await signIn(service);
  });
}

test('uses no answer that belongs to another sign-in', async ({ app }) => {
  await openPractice(app);
  const address = (await (await begin('Salesforce')).getAttribute('href')) ?? '';
  const redirect = new URL(address).searchParams.get('redirect_uri') ?? '';
  const tab = await page.context().newPage();
  await tab.goto(`${redirect}?code=made-up&state=somebody-elses`);
  await expect(tab.getByRole('heading', { name: 'Not used' })).toBeVisible();
  await tab.close();
  await expect(dialog().getByRole('alert')).toContainText('does not belong to this sign-in');
  await page.keyboard.press('Escape');
  await expect(card('Salesforce')).not.toContainText('Signed in');
});

test('is cancelled, and its address then leads nowhere', async ({ app }) => {
  await openPractice(app);
  const link = await begin('QuickBooks');
  const redirect = new URL((await link.getAttribute('href')) ?? '').searchParams.get('redirect_uri') ?? '';
  await dialog().getByRole('button', { name: 'Cancel the sign-in' }).click();
  await expect(dialog().getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(dialog().getByRole('alert')).toHaveCount(0);
  await expect(fetch(redirect)).rejects.toThrow();
});

test('ends by itself when nobody answers', async ({ app }) => {
  await openPractice(app, { COUNTERPART_SIGN_IN_SECONDS: '1' });
  await begin('Salesforce');
  await expect(dialog().getByRole('alert')).toContainText('was not finished within');
  await expect(dialog().getByRole('button', { name: 'Sign in' })).toBeEnabled();
});

test('goes on when the dialog is closed or the page loaded anew, and takes a pasted address', async ({
  app,
}) => {
  await openPractice(app);
  const link = (await (await begin('QuickBooks')).getAttribute('href')) ?? '';
  await page.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
  await expect(card('QuickBooks')).toContainText('Waiting for your browser');
  await page.reload();
  await card('QuickBooks').getByRole('button', { name: 'Show the sign-in' }).click();
  // A browser on another computer ends at an address that it cannot load.
  const address = await decideAt(link, 'allow');
  await dialog().getByText('The browser did not come back to Counterpart').click();
  await dialog().getByLabel('Address of the last page').fill('https://example.com/');
  await dialog().getByRole('button', { name: 'Use this address' }).click();
  await expect(dialog().getByRole('alert')).toContainText('This is not the address');
  await dialog().getByLabel('Address of the last page').fill(address);
  await dialog().getByRole('button', { name: 'Use this address' }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(card('QuickBooks')).toContainText('Signed in');
});

/** Every file under the home but the practice company's own, which plays the services: they know their tokens. */
function filesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('practice-company.sqlite'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

/** Whatever in a text looks like a token, a code or a secret of the practice company's services. */
function secretsIn(text: string): string[] {
  const shapes =
    /00D0000Practice\w*!AQ\.[\w-]+|5Aep861[\w-]+|eyJlbmMiOi[\w.-]+|AB1[\w-]{40,}|practice-code-[\w-]+|practiceCompanyClientSecret\w+/g;
  return text.match(shapes) ?? [];
}
