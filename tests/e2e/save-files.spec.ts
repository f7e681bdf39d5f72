import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { newHome, type Program, startApp } from './app.ts';
import { seriousAt } from './axe.ts';
import { commands, customersAt, startPracticeProgram } from './practice.ts';
import { ReviewPage } from './review-page.ts';

let home: ReturnType<typeof newHome>;
let program: Program;

test.beforeEach(() => {
  home = newHome();
});
test.afterEach(async () => {
  await program.stop();
  home.remove();
});

test('on the screen, by keyboard: both sides as CSV files, to be downloaded', async ({ browser }) => {
  const app = await startApp(home.path);
  program = app.program;
  // axe injects its own script, which the app's policy would refuse.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const screen = new ReviewPage(page);
  await page.goto(app.address);
  await screen.button('Open the practice company').click();
  await expect(screen.button('Export both')).toBeVisible();
  await expect(screen.button('Save as files…')).toBeHidden();
  const quickbooks = await screen.addressOf('QuickBooks');
  await screen.button('Export both').click();
  await expect(screen.button('Save as files…')).toBeEnabled();
  await expect(page.getByRole('region', { name: 'QuickBooks' })).toContainText(/\d+ vendors, \d+ employees/);

  await screen.button('Save as files…').focus();
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
  await context.close();
});

test('by the command line: saved, imported into another project and saved again they are the same', async () => {
  const practice = await startPracticeProgram();
  program = practice.program;
  const run = commands(practice.settings, home.path);
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
