import { seriousAt } from './axe.ts';
import { expect, test } from './fixtures.ts';

// axe injects its own script, which the app's policy would refuse.
test.use({ bypassCSP: true, permissions: ['clipboard-read', 'clipboard-write'] });

test('what the program did is shown by a command, with codes and no names, and can be copied', async ({
  page,
  screens,
  home,
}) => {
  await screens.button('Open the practice company').click();
  await screens.button('Export both').click();
  await expect(screens.button('Find matches')).toBeEnabled();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('what the program did');
  await page.keyboard.press('Enter');
  const log = page.getByRole('region', { name: 'Log, the newest first' });
  await expect(log.getByRole('row').nth(1)).toContainText(/Ran\s*export\s*done/);
  expect(await seriousAt(page)).toEqual([]);
  const clipboard = 'navigator.clipboard.constructor.prototype';
  await page.evaluate(
    `window.kept = ${clipboard}.writeText; ${clipboard}.writeText = () => Promise.reject(new Error())`,
  );
  await screens.button('Copy for support').click();
  await expect(screens.button('The system did not take it')).toBeVisible();
  await page.evaluate(`${clipboard}.writeText = window.kept`);
  await screens.button('The system did not take it').click();
  await expect(screens.button('Copied')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(JSON.parse(copied).project).toMatchObject({ practice: true, accounts: 1_182 });
  expect(copied).not.toContain(home.path);
});
