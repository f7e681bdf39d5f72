import type { Page } from '@playwright/test';
import { foundAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { answerWritesLate, control, refuseEveryRecord, writesAt } from './practice.ts';
import type { ReviewPage } from './review-page.ts';

let page: Page;
let screens: ReviewPage;
let salesforce: string;

test.use({ begin: 'matched' });

test.beforeEach(async ({ page: given, screens: first }) => {
  [page, screens] = [given, first];
  await screens.openReview();
  salesforce = await screens.salesforceFromReview();
});

/** Confirms all that is certain and goes to the preview; gives how many links it holds. */
async function previewCertain(): Promise<number> {
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+A');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Confirm \d/ })
    .click();
  await expect(page.getByText(/pairs confirmed\./)).toBeVisible();
  await page.keyboard.press('Escape');
  await screens.screen(/^Write/).click();
  const write = page.getByRole('button', { name: /^Write [\d,]+ links?$/ });
  await expect(write).toBeVisible();
  return Number((await write.innerText()).replace(/\D/g, ''));
}

const accept = async () => {
  for (const box of await page.getByRole('checkbox').all()) await box.check();
};
const linksWritten = async () =>
  (await writesAt(salesforce)).filter(({ outcome }) => outcome === 'ok').length;
test('a run rests when asked to, says how far it is, and goes on later', async () => {
  const count = await previewCertain();
  await accept();
  // Every call is slow, so that there is always one to rest after, however late the click comes.
  await answerWritesLate(salesforce, 10, 1_500);
  await page.getByRole('button', { name: /^Write [\d,]+ links$/ }).click();
  await screens.button('Pause').click();
  await expect(screens.button('Pausing…')).toBeDisabled();
  const rests = /rests: ([\d,]+) of ([\d,]+) done, ([\d,]+) not sent yet\. Nothing is under way\./;
  const [, ...numbers] = rests.exec(await page.getByText(rests).innerText()) ?? [];
  const [done = 0, all, left = 0] = numbers.map((text) => Number(text.replace(',', '')));
  expect([all, done + left]).toEqual([count, count]);
  expect(left).toBeGreaterThan(0);
  expect(await linksWritten()).toBe(done);
  await control(salesforce, 'faults', []);
  expect(await foundAt(page)).toEqual([]);
  await screens.screen('History').click();
  await expect(page.getByRole('table', { name: 'Runs' }).getByText('paused')).toBeVisible();
  await screens.screen(/^Write/).click();
  await screens.button('Go on').click();
  await expect(page.getByText(`${count} accounts now carry`)).toBeVisible();
  expect(await linksWritten()).toBe(count);
});

test('where the first five fail, nothing more is sent until a person says so; what is left out stays confirmed', async () => {
  const count = await previewCertain();
  await accept();
  await refuseEveryRecord(salesforce);
  await page.getByRole('button', { name: /^Write [\d,]+ links$/ }).click();
  await expect(page.getByText('The first 5 accounts did not come out as planned')).toBeVisible();
  await expect(page.getByText('Fill in the region first').first()).toBeVisible();
  expect(await linksWritten()).toBe(0);
  expect(await writesAt(salesforce)).toHaveLength(5);
  expect(await foundAt(page)).toEqual([]);
  await screens.button('Leave the rest out').click();
  await expect(page.getByText(`${count - 5} links left out: planned, never sent.`)).toBeVisible();
  await screens.button('Back to the preview').click();
  await expect(page.getByRole('button', { name: `Write ${count - 5} links` })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Write', level: 1 })).toBeFocused();
});

test('a group of links is looked through and held back, and only the others are written', async () => {
  const count = await previewCertain();
  const groups = page.getByRole('list', { name: 'Warnings' }).getByRole('listitem');
  const group = groups.filter({ hasText: 'inactive customer' });
  const concerned = Number((await group.innerText()).replace(/ .*/s, ''));
  await group.getByRole('button', { name: /^Look through/ }).click();
  await expect(page.getByRole('table', { name: 'Links to write' })).toHaveAttribute(
    'aria-rowcount',
    String(concerned + 1),
  );
  await group.getByRole('button', { name: /^Hold back/ }).click();
  await accept();
  await page.getByRole('button', { name: `Write ${count - concerned} links` }).click();
  // Who looks elsewhere while it writes finds what came of it all the same.
  await screens.screen('History').click();
  await expect(page.getByRole('table', { name: 'Runs' }).getByText('finished')).toBeVisible();
  await screens.screen(/^Write/).click();
  await expect(page.getByText(`${count - concerned} accounts now carry`)).toBeVisible();
  await screens.button('Back to the preview').click();
  await expect(page.getByRole('button', { name: new RegExp(`^Write ${concerned} links?$`) })).toBeVisible();
});
