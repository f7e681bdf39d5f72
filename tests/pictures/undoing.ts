import type { Stops } from './stops.ts';

/** Undoing the newest run, which created customers: what it takes back, the choice what becomes of them, and the outcome. */
export async function undoing({ page, take, button, screen, settle }: Stops): Promise<void> {
  await screen(/^History/).click();
  await page.getByRole('table', { name: 'Runs' }).getByRole('button').first().click();
  await button('Undo this run…').waitFor();
  await settle();
  await take('run');
  await button('Undo this run…').click();
  await button('Back to the run').waitFor();
  await page.getByText(/^The run created customers/).waitFor();
  await settle();
  await take('undo-made');
  await page.getByRole('checkbox').first().uncheck();
  await settle();
  await take('undo-made-kept');
  await page.getByRole('checkbox').first().check();
  await button(/^Restore .*, make /).click();
  await page.getByRole('heading', { name: /undo of run/ }).waitFor();
  await page.getByText(/set back to what they carried/).waitFor();
  await settle();
  await take('undo-made-done');
}
