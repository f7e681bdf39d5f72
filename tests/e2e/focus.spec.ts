import { expect, test } from './fixtures.ts';

test('the keyboard is never thrown back to the beginning of the page: by a new screen, a pressed button or a dialog', async ({
  page,
  screens,
}) => {
  await screens.button('Open the practice company').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeFocused();
  const exportBoth = screens.button('Export both');
  await exportBoth.press('Enter');
  await expect(exportBoth).toBeDisabled();
  await expect(exportBoth).toBeFocused();
  // A button that is disabled does nothing, though it has the focus.
  await page.keyboard.press('Enter');
  await expect(screens.button('Find matches')).toBeEnabled();
  await expect(exportBoth).toBeEnabled();
  await expect(exportBoth).toBeFocused();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(exportBoth).toBeFocused();

  await screens.button('Find matches').press('Enter');
  await expect(screens.grid).toBeFocused();
  await screens.grid.press('a');
  await screens.button('Refresh').press('Enter');
  await expect(screens.grid).toBeFocused();
});
