import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editWorkbook } from '../app/engine/edit-workbook.ts';
import type { Stops } from './stops.ts';

/** From another export to written links, with the files that come of it. */
export async function writing(stops: Stops): Promise<void> {
  const { page, take, button, screen, settle, glimpse } = stops;
  await screen(/^Worksheet/).click();
  await take('worksheet');
  await button('Save worksheet').click();
  const link = page.getByRole('link', { name: 'Download worksheet' });
  await link.waitFor();
  await settle();
  await take('worksheet-saved');
  const downloading = page.waitForEvent('download');
  await link.click();
  const worksheet = join(tmpdir(), 'counterpart-pictures.xlsx');
  await (await downloading).saveAs(worksheet);
  await glimpse('summary', () => button('Open summary…').click());
  await editByHand(worksheet, await accountsInSight(stops));
  await screen(/^Worksheet/).click();
  await page.getByLabel('File with a worksheet', { exact: true }).setInputFiles(worksheet);
  await page.getByRole('heading', { name: /^What .* says$/ }).waitFor();
  await settle();
  await take('worksheet-read');
  rmSync(worksheet);
  await screen(/^Sources/).click();
  await page.getByText('Trouble…').click();
  await button('Merge two accounts').click();
  await page.getByText('was merged into').waitFor();
  await page.getByText('Trouble…').click();
  await button('Export both').click();
  await page.getByRole('region', { name: /^Since the export of/ }).waitFor();
  await settle();
  await take('sources-changed');
  await glimpse('drift', () =>
    page
      .getByRole('region', { name: /^Since the export of/ })
      .getByRole('button')
      .first()
      .click(),
  );
  await screen(/^Write/).click();
  await button(/^Write \d+ link/).waitFor();
  await take('write-preview');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await button(/^Write \d+ link/).click();
  await page.getByRole('table', { name: 'Journal' }).waitFor();
  await settle();
  await take('write-done');
  await screen(/^History/).click();
  await settle();
  await take('history');
}

/** The accounts of the first suggestions. */
async function accountsInSight({ page, screen, settle }: Stops): Promise<string[]> {
  await screen(/^Review/).click();
  const rows = page.getByRole('grid', { name: 'Review' }).locator('tbody tr:not([class*=settled])');
  await rows.first().waitFor();
  await settle();
  const ids = await Promise.all((await rows.all()).slice(0, 8).map((row) => row.getAttribute('id')));
  return ids.map((id) => (id ?? '').replace(/^row-/, ''));
}

/** What a colleague may have done to some rows of a worksheet, well and not so well. */
async function editByHand(file: string, accounts: readonly string[]): Promise<void> {
  await editWorkbook(file, (book) => {
    for (const [n, account] of accounts.entries()) {
      if (n === 4) book.write('Matches', account, 'Comment', 'Ask Bo first');
      else book.write('Matches', account, 'Decision', n === 3 ? 'perhaps' : n === 1 ? 'reject' : 'confirm');
    }
  });
}
