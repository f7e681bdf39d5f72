import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  accountsAt,
  type Change,
  control,
  customersAt,
  faultsMet,
  linkFields,
  writesAt,
} from './practice.ts';
import type { ReviewPage } from './review-page.ts';

/** The worst day that a person can have with this program, on the screen. COUNTERPART_PICTURES names a folder for pictures of it. */
let page: Page;
let screens: ReviewPage;
let salesforce: string;
let quickbooks: string;

test.use({ begin: 'matched' });

test.beforeEach(async ({ page: given, screens: first }) => {
  [page, screens] = [given, first];
  await openPractice();
  await screens.screen(/^Review/).click();
  await expect(screens.grid).toBeFocused();
});

/** Opens the practice company, which has other addresses at every start of the program. */
async function openPractice(): Promise<void> {
  await screens.button('Open the practice company').click();
  await screens.screen(/^Sources/).click();
  salesforce = await screens.addressOf('Salesforce');
  quickbooks = await screens.addressOf('QuickBooks');
}

const picture = async (name: string): Promise<void> => {
  const folder = process.env.COUNTERPART_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
};
const written = (changes: readonly Change[]): Change[] =>
  changes.filter(({ outcome, method }) => outcome === 'ok' && method === 'PATCH');

test('locks, a storm of 503 and 429, an expired session, a kill and edits meanwhile: every link once, and all undone', async ({
  app,
}) => {
  const before = await accountsAt(salesforce);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+A');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Confirm \d/ })
    .click();
  await expect(page.getByText(/pairs confirmed\./)).toBeVisible();
  await page.keyboard.press('Escape');
  await screens.screen(/^Write/).click();
  const write = page.getByRole('button', { name: /^Write [\d,]+ links$/ });
  const count = Number((await write.innerText()).replace(/\D/g, ''));
  expect(count).toBeGreaterThan(210);
  const shown = page.getByRole('table', { name: 'Links to write' }).getByRole('row');
  const nameOf = async (row: number) =>
    (await shown.nth(row).getByRole('cell').first().innerText()).split('\n')[0];
  const [editedName, takenName] = [await nameOf(3), await nameOf(4)];
  const idOf = (name: string | undefined) =>
    [...before.values()].find(({ Name }) => Name === name)?.Id ?? `no account ${name}`;
  const [edited, taken] = [idOf(editedName), idOf(takenName)];

  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await picture('1-preview');
  // Somebody is at work in both services between the preview and the click.
  await control(salesforce, `records/${edited}`, { changes: { Phone: '(206) 555-0100' } });
  await control(salesforce, `records/${taken}`, { changes: { qime__QB_ID__c: '424242' } });
  const sends = { method: 'PATCH', pathIncludes: 'composite' };
  await control(salesforce, 'faults', [
    // Four calls go for the first five links: one is answered 503, two meet locks. The second with 200 is taken, and not
    // answered until the program is dead.
    { match: sends, after: 5, times: 1, fault: 'delay-after', ms: 120_000 },
    { match: { pathIncludes: '/services/data/' }, after: 1, times: 1, fault: 'expire-token' },
    { match: sends, times: 1, fault: 'status', status: 503, body: '<html>busy</html>' },
    {
      match: sends,
      after: 1,
      times: 4,
      tries: 2,
      fault: 'record-error',
      code: 'UNABLE_TO_LOCK_ROW',
      message: 'unable to obtain exclusive access to this record',
    },
  ]);
  await control(quickbooks, 'faults', [
    {
      match: { pathIncludes: '/query' },
      times: 3,
      fault: 'status',
      status: 429,
      headers: { 'Retry-After': '1' },
    },
  ]);
  await write.click();
  await expect.poll(() => faultsMet(salesforce)).toBe(6);
  await expect.poll(async () => written(await writesAt(salesforce)).length).toBeGreaterThan(400);
  await picture('2-under-way');
  await app.program.stop('SIGKILL');

  await page.goto(await app.start());
  await openPractice();
  await screens.screen(/^Write/).click();
  await picture('3-after-the-kill');
  await screens.button('Finish the interrupted run').click();
  await expect(page.getByText(/accounts now carry/)).toBeVisible();
  await picture('4-outcome');

  const ours = written(await writesAt(salesforce)).filter(
    ({ changes }) => 'qime__QB_SyncToken__c' in changes,
  );
  expect(new Set(ours.map(({ id }) => id)).size).toBe(ours.length);
  expect(ours.map(({ id }) => id)).not.toContain(taken);
  expect(ours.length).toBeGreaterThanOrEqual(count - 2);
  for (const { changes } of ours)
    expect(Object.keys(changes).filter((field) => !linkFields.includes(field))).toEqual([]);
  expect((await accountsAt(salesforce)).get(taken)?.qime__QB_ID__c).toBe('424242');

  await screens.screen('History').click();
  await page.getByRole('button', { name: 'Run 1', exact: true }).click();
  await picture('5-run');
  await screens.button('Undo this run…').click();
  await picture('6-undo');
  await screens.button(/^Restore [\d,]+ accounts$/).click();
  await expect(page.getByRole('heading', { name: 'Run 2, undo of run 1' })).toBeVisible();
  await expect(page.getByText(/accounts set back to what they carried before run 1/)).toBeVisible();
  await picture('7-undone');
  for (const [id, account] of await accountsAt(salesforce)) {
    const expected = id === taken ? '424242' : (before.get(id)?.qime__QB_ID__c ?? null);
    expect(account.qime__QB_ID__c ?? null).toBe(expected);
  }
});

test('fifty customers are created, three of whose names are taken and of one of which the answer is lost: each once', async () => {
  await page.getByRole('tab', { name: /^No match/ }).click();
  await expect(screens.activeRow).toBeVisible();
  const ids: string[] = [];
  for (let row = 0; row < 50; row += 1) {
    const pair = await screens.activePair();
    ids.push(pair.accountId);
    await page.keyboard.press('n');
    await screens.movedOn(pair);
  }
  const accounts = await accountsAt(salesforce);
  const customers = await customersAt(quickbooks);
  await screens.screen(/^Write/).click();
  await screens.button('Create customers…').click();
  const table = page.getByRole('table', { name: 'Customers to create' });
  await expect(table).toHaveAttribute('aria-rowcount', '51');
  await picture('8-create');
  await takeOfferedNames();
  for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check();
  // Somebody gives three customers the very names meanwhile, one in other case.
  for (const [at, id] of ids.slice(10, 13).entries()) {
    const name = accounts.get(id)?.Name ?? '';
    const changes = { DisplayName: at === 1 ? name.toUpperCase() : name };
    await control(quickbooks, `records/${customers[at]?.Id}`, { changes });
  }
  await control(quickbooks, 'faults', [
    { match: { method: 'POST', pathIncludes: '/customer' }, after: 4, times: 1, fault: 'reset-after' },
  ]);
  await screens.button('Create 50 customers').click();
  await expect(page.getByText('47 customers created')).toBeVisible();
  await picture('10-three-refused');
  expect(await customersAt(quickbooks)).toHaveLength(customers.length + 47);

  await screens.button('Back to the preview').click();
  await takeOfferedNames();
  await picture('11-the-three-again');
  for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check();
  await screens.button('Create 3 customers').click();
  await expect(page.getByText('3 customers created')).toBeVisible();
  const after = await customersAt(quickbooks);
  expect(after).toHaveLength(customers.length + 50);
  const linked = await accountsAt(salesforce);
  const made = new Set(after.slice(-50).map(({ Id }) => Id));
  expect(new Set(ids.map((id) => linked.get(id)?.qime__QB_ID__c))).toEqual(made);
  await screens.screen('History').click();
  await picture('12-history');
});

/** Gives every record whose name is taken the name that is offered. */
async function takeOfferedNames(): Promise<void> {
  const table = page.getByRole('table', { name: 'Customers to create' });
  const dialog = page.getByRole('dialog');
  const taken = table.getByRole('row').filter({ hasText: 'name taken' });
  await expect(taken).not.toHaveCount(0);
  for (let left = await taken.count(); left > 0; left -= 1) {
    await taken.first().getByRole('button').click();
    await dialog.getByRole('button', { name: /^Use “/ }).click();
    await expect(dialog.getByRole('button', { name: /^Use “/ })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Done' }).click();
  }
  await expect(taken).toHaveCount(0);
}
