import type { Stops } from './stops.ts';

/** From accounts that are marked as create new to their customers in QuickBooks. */
export async function creating({ page, take, button, screen, settle, glimpse }: Stops): Promise<void> {
  await screen(/^Review/).click();
  await page.getByRole('grid', { name: 'Review' }).locator('[data-active]').waitFor();
  for (let marked = 0; marked < 5; marked++) {
    await settle();
    await page.keyboard.press('n');
  }
  await screen(/^Write/).click();
  await settle();
  const back = button('Back to the preview');
  if (await back.isVisible()) await back.click();
  await button('Create customers…').click();
  const table = page.getByRole('table', { name: 'Customers to create' });
  await table.waitFor();
  await settle();
  await take('create-preview');
  await glimpse('create-customer', () => table.getByRole('row').nth(1).getByRole('button').click());
  for (const box of await page.getByLabel(/^I have looked/).all()) await box.check();
  await button(/^Create \d+ customer/).click();
  await page.getByRole('table', { name: 'Journal' }).waitFor();
  await settle();
  await take('create-done');
}
