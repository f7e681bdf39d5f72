import { expect, test } from './fixtures.ts';

test.use({ begin: 'matched' });

/** From now on the window cannot do what its tables and its log need, or can again. */
const broken = (is: boolean) => `
  for (const name of ['toSorted', 'toReversed']) {
    const kept = Array.prototype[name].kept ?? Array.prototype[name];
    Array.prototype[name] = ${is} ? Object.assign(() => { throw new Error('broken for the test'); }, { kept }) : kept;
  }`;

test('what cannot be shown says so in its place, and the rest of the window goes on', async ({
  page,
  screens,
}) => {
  await screens.openReview();
  await screens.screen(/^Sources/).click();
  await page.evaluate(broken(true));
  await screens.screen(/^Review/).click();
  const fault = page.getByRole('alert').filter({ hasText: 'broken for the test' });
  await expect(fault).toBeVisible();
  await screens.screen(/^Worksheet/).click();
  await expect(page.getByRole('heading', { name: 'Worksheet', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('what the program did');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'This cannot be shown' })).toContainText(
    'broken for the test',
  );

  await page.evaluate(broken(false));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await screens.screen(/^Review/).click();
  await expect(screens.activeRow).toBeVisible();
});
