import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ begin: 'matched' });

/** The rows that the table says it has in the page, and those that are there. */
async function rowsIn(grid: Locator): Promise<{ named: string[]; there: string[] }> {
  const body = grid.locator('tbody');
  const named = ((await body.getAttribute('aria-owns')) ?? '').split(' ');
  const there = await body.locator('tr').evaluateAll((rows: { id: string }[]) => rows.map(({ id }) => id));
  return { named: named.toSorted(), there: there.toSorted() };
}

test('no row of one queue is left in the table of the next, nor a chosen one when the table becomes lower', async ({
  page,
  screens,
}) => {
  await screens.openReview();
  for (const queue of ['Conflicts', 'Link problems', 'Suggested', 'Link problems', 'Linked', 'No match']) {
    await page.getByRole('tab', { name: new RegExp(`^${queue}`) }).click();
    await expect(screens.activeRow).toBeVisible();
    for (const key of ['End', 'Control+a', 'Escape', 'Home']) {
      await screens.grid.press(key);
      await expect(async () => {
        const { named, there } = await rowsIn(screens.grid);
        expect(there).toEqual(named);
      }, `${key} in ${queue}`).toPass();
    }
  }
});
