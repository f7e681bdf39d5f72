import type { Stops } from './stops.ts';

/** From the first screen to a practice company that is connected and not exported yet. */
export async function connecting({ page, take, button, screen, settle, glimpse }: Stops): Promise<void> {
  await button('Open the practice company').waitFor();
  await take('start');
  await glimpse('start-new', () => button('New project…').click());
  await button('Open the practice company').click();
  await button('Export both').waitFor();
  await take('sources-empty');
  await page.getByText('Trouble…').click();
  await page.getByLabel('A row is locked').selectOption('The next three times');
  await button('Merge two accounts').click();
  await page.getByText('was merged into').waitFor();
  await page.getByText('Trouble…').scrollIntoViewIfNeeded();
  await take('trouble');
  await button('Merge two accounts').scrollIntoViewIfNeeded();
  await take('trouble-changes');
  await button('Reset the practice company').click();
  await button('Reset').click();
  await page.getByText('Trouble… (').waitFor({ state: 'detached' });
  await page.getByText('Trouble…').click();
  for (const service of ['Salesforce', 'QuickBooks']) {
    await page.getByRole('region', { name: service }).getByRole('button', { name: 'Connect' }).click();
    await button('Sign in').waitFor();
    await take(`connect-${service.toLowerCase()}`);
    await button('Sign in').click();
    await button('Cancel the sign-in').waitFor();
    await take(`connect-${service.toLowerCase()}-waiting`);
    await button('Cancel the sign-in').click();
    await button('Sign in').waitFor();
    await page.keyboard.press('Escape');
  }
  await glimpse('choose-accounts', async () => {
    await button('Choose accounts').click();
    await page.getByRole('dialog').getByRole('status').waitFor();
  });
  await screen(/^Review/).click();
  await settle();
  await take('review-empty');
  await screen(/^Sources/).click();
}
