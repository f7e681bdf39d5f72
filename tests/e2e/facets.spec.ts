import { foundAt } from './axe.ts';
import { expect, test } from './fixtures.ts';

test.use({ begin: 'matched' });

test('a person narrows the review by facets and by scores with the keyboard, and saves that as a view', async ({
  page,
  screens,
  app,
}) => {
  await screens.openReview();
  const rows = async () => Number(await screens.grid.getAttribute('aria-rowcount')) - 1;
  const all = await rows();

  await screens.button(/^Filter/).click();
  const filters = page.getByRole('region', { name: 'Filters' });
  const differs = filters.getByRole('button', { name: /^E-mail differs/ });
  const told = Number((await differs.innerText()).replace(/\D/g, ''));
  await differs.focus();
  await page.keyboard.press('Space');
  await expect.poll(rows).toBe(told);
  expect(told).toBeLessThan(all);

  // The other facets count what is left, and this one what it would give by itself.
  await expect(filters.getByRole('group', { name: 'State' })).toContainText(`suggested${told}`);
  await expect(differs).toHaveText(String(told));
  const lowest = filters.getByRole('slider', { name: 'Lowest score' });
  await lowest.focus();
  for (let press = 0; press < 9; press++) await page.keyboard.press('PageUp');
  for (let press = 0; press < 9; press++) await page.keyboard.press('ArrowRight');
  await expect(lowest).toHaveAttribute('aria-valuenow', '99');
  await expect.poll(rows).toBeLessThan(told);
  const narrowed = await rows();
  expect(narrowed).toBeGreaterThan(0);
  expect(await foundAt(page)).toEqual([]);

  await screens.button('Views').click();
  await page.getByRole('menuitem', { name: 'Save or change views…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Views' });
  await dialog.getByLabel('Save the table as it is now').fill('Other address');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('list', { name: 'Saved views' })).toContainText('Score 99% to 100%', {
    ignoreCase: true,
  });
  await page.keyboard.press('Escape');
  await screens.button('Clear all').click();
  await expect.poll(rows).toBe(all);

  // Saved views are there when the program is started again, by the keyboard alone.
  await app.program.stop();
  await page.goto(await app.start());
  await screens.button('Open the practice company').click();
  await screens.screen(/^Review/).click();
  await expect(screens.grid).toBeVisible();
  await screens.button('Views').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem').last()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Other address' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(rows).toBe(narrowed);
  await expect(screens.grid).toBeFocused();
  await expect(page.getByRole('list', { name: 'Filters in force' })).toContainText('E-mail differs');
  await screens.button('Clear E-mail differs').click();
  await expect.poll(rows).toBeGreaterThan(narrowed);
  await expect(screens.grid).toBeFocused();

  // Where a filter lets nothing through, the way out of it leads to the table too.
  await page.keyboard.press('/');
  await page.keyboard.type('nobody is called that');
  await screens.button('Clear the filter').last().click();
  await expect(screens.grid).toBeFocused();
});

test('customers without an account are decided on, undone, given their account, and are as they were left after a restart', async ({
  page,
  screens,
  app,
}) => {
  await screens.openReview();
  const tab = page.getByRole('tab', { name: /^Customers without match/ });
  const waiting = async () => Number((await tab.innerText()).replace(/\D/g, ''));
  await tab.click();
  const grid = page.getByRole('grid', { name: 'Customers without match' });
  await expect(grid).toBeFocused();
  const before = await waiting();
  const state = (id: string | null) => grid.locator(`[id="${id}"]`).getByRole('gridcell').last();
  const first = await grid.getAttribute('aria-activedescendant');

  await page.keyboard.press('n');
  await expect(state(first)).toHaveText('create new');
  await expect.poll(waiting).toBe(before - 1);
  const second = await grid.getAttribute('aria-activedescendant');
  expect(second).not.toBe(first);
  await page.keyboard.press('i');
  await expect(state(second)).toHaveText('ignored');
  await page.keyboard.press('Control+z');
  await expect(state(second)).toHaveText('no match');
  await expect.poll(waiting).toBe(before - 1);

  // An account is found for the next one, which then waits no longer.
  const third = await grid.getAttribute('aria-activedescendant');
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: /^Account of/ });
  await dialog.getByRole('combobox', { name: 'Search accounts' }).fill('supply');
  const found = dialog.getByRole('listbox', { name: 'Accounts found' });
  await expect(found).toHaveAttribute('aria-busy', 'false');
  await found.getByRole('option').filter({ hasNotText: /has / }).first().click();
  await expect(state(third)).toHaveText('has an account');
  expect(await foundAt(page)).toEqual([]);
  const left = await waiting();

  // Keys that come before the first of them is answered each find a customer of their own.
  await page.keyboard.press('Home');
  await page.keyboard.press(']');
  const press = `new KeyboardEvent('keydown', { key: 's', bubbles: true, cancelable: true })`;
  await page.evaluate(
    `for (let times = 0; times < 3; times += 1) document.activeElement.dispatchEvent(${press})`,
  );
  await expect.poll(waiting).toBe(left - 3);

  // Keys that are not of the customers alone mean here what they mean elsewhere.
  await page.keyboard.press('/');
  await expect(page.getByRole('textbox', { name: 'Filter customers' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();

  await app.program.stop();
  await page.goto(await app.start());
  await screens.button('Open the practice company').click();
  await screens.screen(/^Review/).click();
  await tab.click();
  await expect(grid).toBeVisible();
  expect(await waiting()).toBe(left - 3);
  await expect(state(first)).toHaveText('create new');
  await expect(grid.locator(`[id="${third}"]`)).toHaveCount(0);
});
