import type { Stops } from './stops.ts';

/** Exports, matches and reviews: every queue, panel and dialog of the review, and another match. */
export async function reviewing(stops: Stops): Promise<void> {
  const { page, take, button, screen, settle, glimpse } = stops;
  await button('Export both').click();
  await glimpse('save-files', () => button('Save as files…').click());
  await button('Find matches').click();
  await page.getByRole('grid', { name: 'Review' }).waitFor();
  await settle();
  await take('review-hint');
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press(i === 3 ? 'x' : 'a');
    await settle();
  }
  await take('review');
  await button(/^Pin /).first().focus();
  await page.keyboard.press('Enter');
  await settle();
  await take('pin-menu');
  await page.keyboard.press('Enter');
  await settle();
  await take('review-pinned');
  await inTheTable(stops);
  await screen(/^Sources/).click();
  await page.getByRole('region', { name: 'Matching' }).waitFor();
  await take('matching');
  await page.getByRole('region', { name: 'Matching' }).getByRole('button', { name: 'Match again' }).click();
  await button('What changed').waitFor();
  await settle();
  await take('match-again');
  await button('What changed').click();
  await settle();
  await take('matching-learnt');
  await button('Dismiss').click();
  await screen(/^Review/).click();
  for (const queue of ['Conflicts', 'No match', 'Link problems', 'Done', 'Failed']) {
    await page.getByRole('tab', { name: new RegExp(`^${queue}`) }).click();
    await settle();
    await take(`review-${queue.toLowerCase().replaceAll(' ', '-')}`);
  }
  await page.getByRole('tab', { name: /^Conflicts/ }).click();
  await settle();
  await glimpse('conflict-matrix', () => page.keyboard.press('v'));
  await page.getByRole('tab', { name: /^Suggested/ }).click();
  await settle();
}

/** What a person opens while the table has the focus. */
async function inTheTable({ page, take, button, settle, glimpse }: Stops): Promise<void> {
  const table = page.getByRole('grid', { name: 'Review' });
  await table.focus();
  await glimpse('search', async () => {
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: 'Search customers' }).fill('supply');
  });
  await glimpse('keys', () => page.keyboard.press('?'));
  await glimpse('palette', () => page.keyboard.press('Control+k'));
  await glimpse('decisions', () => button('History of decisions').click());
  await glimpse('columns', () => button('Columns').click());
  await glimpse('views', () => button('Views').click());
  await button(/^Filter/).click();
  await settle();
  await take('facets');
  await button('Hide the filters')
    .or(page.getByRole('dialog').getByRole('button', { name: 'Close' }))
    .first()
    .click();
  await table.focus();
  await page.keyboard.press('t');
  await settle();
  await take('review-grouped');
  await page.keyboard.press('t');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await settle();
  await take('review-selected');
  await glimpse('bulk', () => page.keyboard.press('Shift+A'));
  await table.focus();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Filter rows' }).fill('qqqqzzzz');
  await settle();
  await take('review-no-row');
  await button('Clear the filter').first().click();
}
