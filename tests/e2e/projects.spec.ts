import { expect, test } from './fixtures.ts';

test.use({ begin: 'matched' });

test('a new project begins at Sources and shows nothing of the project that was open before', async ({
  page,
  screens,
}) => {
  await screens.openReview();
  await page.getByRole('tab', { name: /^No match/ }).click();
  await expect(screens.activeRow).toBeVisible();
  const { account } = await screens.activePair();
  await screens.grid.press('n');
  await screens.screen(/^Write/).click();
  await screens.button('Create customers…').click();
  await expect(page.getByRole('table')).toContainText(account);

  await screens.button('Project Practice company').click();
  await page.getByRole('menuitem', { name: 'Close project' }).click();
  await screens.button('New project…').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Another client');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
  for (const [screen, title] of [
    [/^Review/, 'Nothing to review yet'],
    [/^Worksheet/, 'Nothing to save yet'],
    [/^Write/, 'Nothing to write yet'],
    [/^History/, 'No runs yet'],
  ] as const) {
    await screens.screen(screen).click();
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(account);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
});
