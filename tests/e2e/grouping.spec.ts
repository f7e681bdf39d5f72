import { foundAt } from './axe.ts';
import { expect, test } from './fixtures.ts';

test.use({ begin: 'matched' });

test('a person goes through the review by customer tree with the keyboard: folds, decides, selects, and finds it so again', async ({
  page,
  screens,
}) => {
  await screens.openReview();
  const all = Number(await screens.grid.getAttribute('aria-rowcount')) - 1;

  await page.keyboard.press('t');
  const tree = page.getByRole('treegrid', { name: 'Review' });
  const active = tree.locator('[data-active]');
  const lines = async () => Number(await tree.getAttribute('aria-rowcount')) - 1;
  await expect(tree).toBeFocused();
  expect(await lines()).toBeGreaterThan(all);
  await expect(screens.button('Group by customer tree')).toHaveAttribute('aria-pressed', 'true');

  // A heading says what is under it; folded and unfolded, that many rows go and come.
  await page.keyboard.press('Home');
  await expect(active).toHaveAttribute('aria-expanded', 'true');
  const top = await active.getAttribute('id');
  const panel = page.getByRole('complementary', { name: 'Customer tree' });
  const accounts = Number(await panel.getByRole('definition').first().innerText());
  expect(await foundAt(page)).toEqual([]);
  const before = await lines();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(lines).toBe(before - accounts);
  await expect(active).toHaveAttribute('aria-expanded', 'false');

  // The next undecided row is in the folded group, which unfolds; decided, it stays where it is and counts no more.
  await page.keyboard.press(']');
  await expect.poll(lines).toBe(before);
  await expect(active).toHaveAttribute('aria-level', '2');
  await expect(active).toHaveAttribute('aria-posinset', '1');
  await expect(active).toHaveAttribute('aria-setsize', String(accounts));
  const first = await active.getAttribute('id');
  await page.keyboard.press('a');
  await expect(tree.locator(`[id="${first}"]`)).not.toHaveAttribute('data-active', 'true');
  await expect(tree.locator(`[id="${first}"]`)).toContainText('confirmed');
  await expect(tree.locator(`[id="${top}"]`)).toContainText(
    accounts === 1 ? 'none undecided' : `${accounts - 1} undecided`,
  );
  expect(await lines()).toBe(before);
  await expect(page.getByText(`1 of ${all} in this queue`)).toBeVisible();

  // On a heading Space chooses the group, and no letter decides.
  await page.keyboard.press('Home');
  await expect(active).toHaveAttribute('id', top ?? '');
  await page.keyboard.press('Space');
  await expect(page.getByText(`${accounts} selected`)).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByText(`1 of ${all} in this queue`)).toBeVisible();
  await page.keyboard.press('Escape');

  // With the mouse; and a filter groups what it leaves.
  const arrow = (name: string) => tree.locator(`[id="${top}"]`).getByTitle(name, { exact: true });
  await arrow('Fold').click();
  await expect.poll(lines).toBe(before - accounts);
  await arrow('Unfold').click();
  await expect.poll(lines).toBe(before);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(tree.locator('[aria-level="2"]')).toHaveCount(0);
  const folded = await lines();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(lines).toBe(before);
  expect(folded).toBeLessThan(before);
  await page.keyboard.press('/');
  await page.keyboard.type('dental');
  await expect.poll(lines).toBeLessThan(before / 2);
  await page.keyboard.press('Escape');
  await expect.poll(lines).toBe(before);

  // Kept; and once more T makes plain rows of it, the active one staying so.
  await page.reload();
  await screens.screen(/^Review/).click();
  await expect(tree).toBeVisible();
  await tree.focus();
  await page.keyboard.press(']');
  const row = await active.getAttribute('id');
  await page.keyboard.press('t');
  await expect(screens.grid).toBeVisible();
  await expect(screens.activeRow).toHaveAttribute('id', row ?? '');
});
