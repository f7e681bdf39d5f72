import type { Page } from '@playwright/test';
import { foundAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { accountsAt, control, writesAt } from './practice.ts';
import type { ReviewPage, ShownPair } from './review-page.ts';

let page: Page;
let screens: ReviewPage;
let salesforce: string;

test.use({ begin: 'matched' });

test.beforeEach(async ({ page: given, screens: first }) => {
  [page, screens] = [given, first];
  await screens.openReview();
  salesforce = await screens.salesforceFromReview();
});

/** Confirms so many rows from the cursor on and writes their links. */
async function write(count: number): Promise<ShownPair[]> {
  const pairs: ShownPair[] = [];
  for (let i = 0; i < count; i++) {
    const pair = await screens.activePair();
    await page.keyboard.press('a');
    await screens.movedOn(pair);
    pairs.push(pair);
  }
  await screens.button(`Preview ${count} links`).click();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await screens.button(`Write ${count} links`).click();
  await expect(page.getByText(`${count} accounts now carry`)).toBeVisible();
  return pairs;
}

test('a run is undone: what is as it left it gets back what it carried, what somebody changed is listed and left', async () => {
  const before = await accountsAt(salesforce);
  const [first, second, third] = await write(3);
  const written = (await writesAt(salesforce)).length;
  await control(salesforce, `records/${first?.accountId}`, { changes: { qime__QB_ID__c: '424242' } });

  await screens.screen('History').click();
  await page.getByRole('button', { name: 'Run 1', exact: true }).click();
  await screens.button('Undo this run…').click();
  await expect(page.getByRole('main').getByText('Practice company', { exact: true })).toBeVisible();
  await expect(page.getByText('1 account cannot be restored, and is left as it is')).toBeVisible();
  await expect(page.getByText('it carries id 424242 now')).toBeVisible();
  const restored = page.getByRole('table', { name: 'Accounts to restore' });
  await expect(restored.getByRole('row')).toHaveCount(3);
  await expect(restored).toContainText(second?.account ?? '');
  expect(await foundAt(page, { inDark: true })).toEqual([]);
  // Until the button is pressed nothing was sent, but for what somebody else did.
  expect(await writesAt(salesforce)).toHaveLength(written + 1);

  await screens.button('Restore 2 accounts').click();
  await expect(page.getByRole('heading', { name: 'Run 2, undo of run 1' })).toBeVisible();
  await expect(page.getByText('2 accounts set back to what they carried before run 1')).toBeVisible();
  await expect(page.getByText('1 account not restored')).toBeVisible();
  expect(await foundAt(page)).toEqual([]);
  const after = await accountsAt(salesforce);
  for (const pair of [second, third]) {
    const id = pair?.accountId ?? '';
    expect(after.get(id)?.qime__QB_ID__c ?? null).toBe(before.get(id)?.qime__QB_ID__c ?? null);
  }
  expect(after.get(first?.accountId ?? '')?.qime__QB_ID__c).toBe('424242');

  // Nothing of it is written again by itself, and the review says why the rows are open again.
  await screens.screen(/^Write/).click();
  await screens.button('Back to the preview').click();
  await expect(page.getByText('No links to write')).toBeVisible();
  await screens.screen(/^Review/).click();
  const row = screens.grid.locator(`[id="row-${second?.accountId}"]`);
  await expect(row).toContainText(/Undone by .* confirm again to link/);

  await screens.screen('History').click();
  await expect(page.getByRole('table', { name: 'Runs' })).toContainText('undone by run 2');
  await page.getByRole('button', { name: 'Run 1', exact: true }).click();
  await screens.button('Undo this run…').click();
  await expect(page.getByRole('heading', { name: 'Nothing to undo' })).toBeVisible();
  await expect(screens.button('Restore 0 accounts')).toBeDisabled();
});
