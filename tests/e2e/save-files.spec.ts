import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { seriousAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { customersAt } from './practice.ts';

// axe injects its own script, which the app's policy would refuse.
test.use({ bypassCSP: true });

test('on the screen, by keyboard: both sides as CSV files, to be downloaded', async ({ page, screens }) => {
  await screens.button('Open the practice company').click();
  await expect(screens.button('Export both')).toBeVisible();
  await expect(screens.button('Save as files…')).toBeHidden();
  const quickbooks = await screens.addressOf('QuickBooks');
  await screens.button('Export both').click();
  await expect(screens.button('Save as files…')).toBeEnabled();
  await expect(page.getByRole('region', { name: 'QuickBooks' })).toContainText(/\d+ vendors, \d+ employees/);

  await screens.button('Save as files…').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Save as files' });
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('CSV (.csv)');
  expect(await seriousAt(page)).toEqual([]);
  await dialog.getByRole('combobox', { name: 'Format' }).press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download customers' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  const there = await customersAt(quickbooks);
  expect(rows.map((row) => [row.Id, row.DisplayName]).sort()).toEqual(
    there.map(({ Id, DisplayName }) => [Id, DisplayName]).sort(),
  );
  await expect(page.getByRole('link', { name: 'Download accounts' })).toBeVisible();
});

test('by the command line: saved, imported into another project and saved again they are the same', async ({
  home,
  run,
}) => {
  const inHome = (name: string) => join(home.path, name);
  const project = inHome('acme.counterpart');
  await run('new', project);
  expect((await run('save', project, '--accounts', inHome('a.csv'))).code).toBe(1);
  expect((await run('export', project)).code).toBe(0);
  expect((await run('save', project)).code).toBe(2);
  const files = (a: string, c: string) => ['--accounts', inHome(a), '--customers', inHome(c)];
  const saved = await run('save', project, ...files('a.xlsx', 'c.xlsx'));
  expect([saved.code, saved.stderr]).toEqual([0, '']);
  expect(saved.stdout).toMatch(/[\d,]+ accounts in .*a\.xlsx\.\n[\d,]+ customers in .*c\.xlsx\./);
  await run('save', project, ...files('a.csv', 'c.csv'));

  const copy = inHome('copy.counterpart');
  await run('new', copy);
  const imported = await run('import', copy, ...files('a.xlsx', 'c.xlsx'));
  expect([imported.code, imported.stderr]).toEqual([0, '']);
  await run('save', copy, ...files('a2.csv', 'c2.csv'));
  for (const name of ['a', 'c']) {
    expect(readFileSync(inHome(`${name}2.csv`), 'utf8')).toBe(readFileSync(inHome(`${name}.csv`), 'utf8'));
  }

  const [status, ofCopy] = [await run('status', project), await run('status', copy)];
  expect(status.stdout).toMatch(/Names of vendors: \d+\nNames of employees: \d+/);
  expect(ofCopy.stdout).toMatch(/Names of vendors: not read\nNames of employees: not read/);
});
