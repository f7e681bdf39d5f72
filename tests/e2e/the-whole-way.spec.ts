import ExcelJS from 'exceljs';
import { expect, test } from './fixtures.ts';
import { accountsAt, customersAt, linkFields, writesAt } from './practice.ts';
import type { ReviewPage, ShownPair } from './review-page.ts';

/** Begins where the practice company is matched; gives the address of its Salesforce. */
async function openMatched(screens: ReviewPage): Promise<string> {
  await screens.openReview();
  return await screens.salesforceFromReview();
}

/** The practice Salesforce holds exactly these links more than before: each written once, nothing else touched. */
async function expectExactly(
  pairs: readonly ShownPair[],
  before: Awaited<ReturnType<typeof accountsAt>>,
  services: { salesforce: string; quickbooks: string },
): Promise<void> {
  const customers = await customersAt(services.quickbooks);
  const idOf = (name: string) => customers.find(({ DisplayName }) => DisplayName === name)?.Id;
  const writes = await writesAt(services.salesforce);
  expect(writes.map(({ id, changes }) => [id, changes.qime__QB_ID__c?.[1]]).sort()).toEqual(
    pairs.map(({ accountId, customer }) => [accountId, idOf(customer)]).sort(),
  );
  for (const { changes } of writes) expect(linkFields).toEqual(expect.arrayContaining(Object.keys(changes)));
  const written = new Set(pairs.map(({ accountId }) => accountId));
  const after = await accountsAt(services.salesforce);
  for (const [id, account] of before) if (!written.has(id)) expect(after.get(id)).toEqual(account);
  expect(await writesAt(services.quickbooks)).toEqual([]);
}

test('by mouse alone: from the first screen to written links, and a worksheet', async ({ page, screens }) => {
  await screens.button('Open the practice company').click();
  const services = {
    salesforce: await screens.addressOf('Salesforce'),
    quickbooks: await screens.addressOf('QuickBooks'),
  };
  const before = await accountsAt(services.salesforce);
  await screens.button('Export both').click();
  await screens.button('Find matches').click();
  await expect(screens.activeRow).toBeVisible();

  const confirmed: ShownPair[] = [];
  for (let i = 0; i < 4; i++) {
    const pair = await screens.activePair();
    await screens.button(/^Confirm/).click();
    await screens.movedOn(pair);
    confirmed.push(pair);
  }
  const rejected = await screens.activePair();
  await screens.button(/^Reject/).click();
  await screens.movedOn(rejected);

  const undone = await screens.activePair();
  await screens.button(/^Confirm/).click();
  await expect(screens.button('Preview 5 links')).toBeEnabled();
  await screens.button(/^Undo/).click();
  await expect(screens.button('Preview 4 links')).toBeEnabled();
  expect(await screens.activePair()).toEqual(undone);

  await screens.button(/^Choose another/).click();
  await page.getByRole('combobox', { name: 'Search customers' }).fill('supply');
  const { option, customer } = await screens.freeResult();
  await option.click();
  confirmed.push({ ...undone, customer });

  await screens.button('Preview 5 links').click();
  await expect(page.getByRole('table', { name: 'Links to write' }).getByRole('row')).toHaveCount(6);
  expect(await writesAt(services.salesforce)).toEqual([]);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await screens.button('Write 5 links').click();
  const journal = page.getByRole('table', { name: 'Journal' });
  await expect(journal.getByRole('row')).toHaveCount(6);
  await expectExactly(confirmed, before, services);

  await screens.screen('History').click();
  await expect(page.getByRole('table', { name: 'Runs' })).toContainText('5');

  await screens.screen('Worksheet').click();
  const downloading = page.waitForEvent('download');
  await screens.button('Save worksheet').click();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await (await downloading).path());
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    'Summary',
    'Matches',
    'Conflicts',
    'Accounts without match',
    'Customers without match',
    'Linked already',
    'Evidence',
    'Changes',
  ]);
  expect(workbook.getWorksheet('Matches')?.rowCount).toBeGreaterThan(100);
});

test('by keyboard alone: from the first screen to written links', async ({ page, screens }) => {
  const keyboard = page.keyboard;
  /** Moves by Tab to the control of this name and presses Enter, as a person without a mouse does. */
  async function reach(name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
    const target = page.getByRole(role, { name });
    await expect(target).toBeEnabled();
    for (let i = 0; i < 60; i++) {
      if ((await target.and(page.locator(':focus')).count()) > 0) {
        await keyboard.press('Enter');
        return;
      }
      await keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${name}`);
  }

  await expect(screens.button('Open the practice company')).toBeVisible();
  await reach('Open the practice company');
  const services = {
    salesforce: await screens.addressOf('Salesforce'),
    quickbooks: await screens.addressOf('QuickBooks'),
  };
  const before = await accountsAt(services.salesforce);
  await reach('Export both');
  await reach('Find matches');
  await expect(screens.activeRow).toBeVisible();
  await expect(screens.grid).toBeFocused();

  const confirmed: ShownPair[] = [];
  const decide = async (key: string): Promise<ShownPair> => {
    const pair = await screens.activePair();
    await keyboard.press(key);
    await screens.movedOn(pair);
    return pair;
  };
  for (let i = 0; i < 3; i++) confirmed.push(await decide('a'));
  await decide('x');
  await decide('s');
  confirmed.push(await decide('a'));

  const taken = await decide('a');
  await keyboard.press('Control+z');
  await expect(screens.button('Preview 4 links')).toBeEnabled();
  expect(await screens.activePair()).toEqual(taken);

  await keyboard.press('m');
  await expect(page.getByRole('combobox', { name: 'Search customers' })).toBeFocused();
  await keyboard.type('supply');
  const { option, customer } = await screens.freeResult();
  for (let i = 0; i < 30 && (await option.getAttribute('aria-selected')) !== 'true'; i++) {
    await keyboard.press('ArrowDown');
  }
  await keyboard.press('Enter');
  await expect(screens.button('Preview 5 links')).toBeEnabled();
  confirmed.push({ ...taken, customer });

  await keyboard.press('/');
  await expect(page.getByRole('textbox', { name: 'Filter rows' })).toBeFocused();
  await keyboard.press('Escape');
  await reach('Preview 5 links');
  await expect(page.getByRole('table', { name: 'Links to write' }).getByRole('row')).toHaveCount(6);
  for (const box of await page.getByRole('checkbox').all()) {
    await box.focus();
    await keyboard.press('Space');
  }
  await reach('Write 5 links');
  await expect(page.getByRole('table', { name: 'Journal' }).getByRole('row')).toHaveCount(6);
  await expectExactly(confirmed, before, services);
});

test.describe('where the practice company is matched', () => {
  test.use({ begin: 'matched' });

  test('killed and started again: the decisions are there, and so is the practice company', async ({
    page,
    screens,
    app,
  }) => {
    await openMatched(screens);
    const pair = await screens.activePair();
    await page.keyboard.press('a');
    await screens.movedOn(pair);
    await app.program.stop('SIGKILL');
    await expect(page.getByText('Counterpart stopped. Everything decided is saved.').first()).toBeVisible();

    await page.goto(await app.start());
    await screens.button('Open the practice company').click();
    await screens.screen(/^Review/).click();
    await expect(screens.button('Preview 1 link')).toBeEnabled();
  });

  test('the practice company is put back to how it began by one button', async ({ page, screens }) => {
    const salesforce = await openMatched(screens);
    const before = await accountsAt(salesforce);
    const pair = await screens.activePair();
    await page.keyboard.press('a');
    await screens.movedOn(pair);
    await screens.button('Preview 1 link').click();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await screens.button('Write 1 link').click();
    await expect(page.getByRole('table', { name: 'Journal' }).getByRole('row')).toHaveCount(2);
    expect(await accountsAt(salesforce)).not.toEqual(before);

    await screens.screen(/^Sources/).click();
    await screens.button('Reset the practice company').click();
    await page
      .getByRole('alertdialog')
      .or(page.getByRole('dialog'))
      .getByRole('button', { name: /Reset/ })
      .click();
    await expect(page.getByRole('region', { name: 'Salesforce' })).toContainText('not yet');
    expect(await accountsAt(salesforce)).toEqual(before);
  });
});
