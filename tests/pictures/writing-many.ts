import { answerWritesLate, refuseEveryRecord } from '../e2e/practice.ts';
import { ReviewPage } from '../e2e/review-page.ts';
import type { Stops } from './stops.ts';

/** Many links: the groups of the preview, first links that fail, what is held back, a run that rests, and its end. */
export async function writingMany(stops: Stops): Promise<void> {
  const { page, take, button, screen, settle, command } = stops;
  await screen(/^Sources/).click();
  const salesforce = await new ReviewPage(page).addressOf('Salesforce');
  await confirmInSight(stops);
  await command('Preview what would be written');
  await button(/^Write [\d,]+ links$/).waitFor();
  await settle();
  await take('write-groups');

  await refuseEveryRecord(salesforce);
  await acceptAndWrite(stops);
  await page.getByText('did not come out as planned').first().waitFor();
  await settle();
  await take('write-held');
  await button('Leave the rest out').click();
  await page.getByText('planned, never sent').waitFor();
  await settle();
  await take('write-left-out');
  await button('Back to the preview').click();

  const group = page
    .getByRole('list', { name: 'Warnings' })
    .getByRole('listitem')
    .filter({ hasText: 'inactive customer' });
  await group.getByRole('button', { name: /^Hold back/ }).click();
  await group.getByRole('button', { name: /^Look through/ }).click();
  await settle();
  await take('write-held-back');
  await answerWritesLate(salesforce, 1, 7_000);
  await acceptAndWrite(stops);
  await button('Pause').waitFor();
  await take('write-running');
  await button('Pause').click();
  await page.getByText('Nothing is under way').waitFor();
  await settle();
  await take('write-paused');
  await button('Go on').click();
  await page.getByText(/^\d{3,} accounts now carry/).waitFor();
  await settle();
  await take('write-many-done');
}

/** Confirms all suggestions that the bulk dialog takes. */
async function confirmInSight({ page, screen, settle }: Stops): Promise<void> {
  await screen(/^Review/).click();
  await page.getByRole('tab', { name: /^Suggested/ }).click();
  await page.getByRole('grid', { name: 'Review' }).locator('[data-active]').waitFor();
  await settle();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+A');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Confirm \d/ })
    .click();
  await page.getByText(/pairs confirmed\./).waitFor();
  await page.keyboard.press('Escape');
}

async function acceptAndWrite({ page, button }: Stops): Promise<void> {
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await button(/^Write [\d,]+ links$/).click();
}
