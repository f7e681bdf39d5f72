import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Opens the palette, types, and does the command of this name. */
async function command(page: Page, typed: string, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.type(typed);
  await expect(page.getByRole('option', { name, selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden();
}

test('a whole review by keyboard alone: palette, another key, ten decisions, and back to the third of them', async ({
  page,
  screens,
  app,
}) => {
  const hint = page.getByText('the next row comes by itself');
  await expect(screens.button('Open the practice company')).toBeVisible();

  await command(page, 'practice', 'Open the practice company');
  await expect(screens.button('Export both')).toBeEnabled();
  await command(page, 'export', 'Export both');
  await expect(screens.button('Find matches')).toBeEnabled();
  await command(page, 'find match', 'Find matches');
  await expect(screens.grid).toBeFocused();
  await expect(hint).toBeVisible();
  await expect(hint).toContainText('A confirms');

  await command(page, 'change keys', 'Change keys…');
  const confirmKey = page.getByRole('textbox', { name: 'Confirm the pair' });
  await page.keyboard.press('Tab');
  await expect(confirmKey).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('alert').filter({ hasText: 'Reject the pair' })).toBeVisible();
  await page.keyboard.press('g');
  await expect(confirmKey).toHaveValue('G');
  await page.keyboard.press('Escape');
  await expect(screens.grid).toBeFocused();
  await expect(screens.button('Confirm')).toContainText('G');
  await expect(screens.button('Write a comment')).toContainText('C');
  await expect(screens.button('None of these')).toContainText('0');
  await expect(hint).toContainText('G confirms');

  await page.keyboard.press('a');
  const decided: string[] = [];
  for (const key of ['g', 'g', 'x', 's', 'g', 'n', 'g', 'x', 's', 'g']) {
    const pair = await screens.activePair();
    decided.push(pair.account);
    await page.keyboard.press(key);
    await screens.movedOn(pair);
  }
  await expect(hint).toBeHidden();
  await expect(page.getByText('10 of')).toBeVisible();

  await command(page, 'history of', 'History of decisions…');
  const past = page.getByRole('dialog', { name: 'History of decisions' });
  await expect(past.getByRole('listitem')).toHaveCount(10);
  const third = past.getByRole('listitem').nth(7).getByRole('button');
  await expect(third).toContainText(decided[2] ?? '');
  await expect(past.getByRole('button').first()).toBeFocused();
  for (let tabs = 0; tabs < 7; tabs++) await page.keyboard.press('Tab');
  await expect(third).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(past).toBeHidden();
  await expect(page.getByText('2 of')).toBeVisible();
  await expect(page.getByText('Undone: 8 actions.').first()).toBeVisible();
  expect((await screens.activePair()).account).toBe(decided[2]);

  // Another start of the program: the log is the history, and the keys are the person's.
  await app.program.stop();
  await page.goto(await app.start());
  await expect(page.getByRole('heading', { name: 'Recent projects' })).toBeVisible();
  await command(page, 'open project practice', 'Open project Practice company');
  await expect(screens.button('Export both')).toBeVisible();
  await command(page, 'queue suggested', 'Queue: Suggested');
  await expect(screens.grid).toBeFocused();
  await expect(screens.button('Confirm')).toContainText('G');
  await command(page, 'history of', 'History of decisions…');
  await expect(past.getByRole('button').first()).toBeFocused();
  await expect(past.getByRole('listitem').nth(9)).toContainText(decided[0] ?? '');
  for (let rows = 0; rows < 4; rows++) await page.keyboard.press('ArrowDown');
  await expect(past.getByRole('listitem').nth(4).getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Done again: 4 actions.').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: marked create new').first()).toBeVisible();
  await command(page, 'preview', 'Preview what would be written');
  await expect(page.getByRole('button', { name: 'Write 3 links' })).toBeVisible();

  await command(page, 'review', 'Go to Review');
  await expect(screens.grid).toBeFocused();
  await command(page, 'hints', 'Show the hints again');
  await expect(hint).toBeVisible();
  await command(page, 'letters', 'Change keys…');
  await expect(page.getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(screens.grid).toBeFocused();
  const row = await screens.activePair();
  await page.keyboard.press('g');
  await page.keyboard.press('ArrowDown');
  await screens.movedOn(row);
  await expect(screens.button('Confirm')).not.toContainText('G');
  await expect(screens.button('Write a comment')).not.toContainText('C');
  await expect(screens.button('None of these')).not.toContainText('0');
  await expect(page.getByRole('button', { name: 'Preview 3 links' })).toBeVisible();
});
