import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editWorkbook } from '../app/engine/edit-workbook.ts';
import { counterpart, type Home } from './app.ts';
import { seriousAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import type { ReviewPage } from './review-page.ts';

const names = ['Harbor Mills', 'Quillfeather Books', 'Zephyr Dental', 'Ironwood Paving', 'Larkspur Florists'];
const id = (n: number) => `0015g00000A1b2${n}AAA`;

let home: Home;
test.beforeEach(({ home: given }) => {
  home = given;
});

/** A project of five pairs, its worksheet, and the command line. */
async function aWorksheet() {
  const at = (name: string) => join(home.path, name);
  const csv = (name: string, lines: readonly string[]) => writeFileSync(at(name), `${lines.join('\n')}\n`);
  const run = (...args: string[]) =>
    counterpart(args, { COUNTERPART_HOME: home.path, COUNTERPART_AUTHOR: 'Ann' });
  csv('accounts.csv', ['Id,Name', ...names.map((name, n) => `${id(n)},${name}`)]);
  csv('customers.csv', [
    'Id,DisplayName',
    ...names.map((name, n) => `${n + 1},${name}`),
    '9,Vineyard & Sons',
  ]);
  const [project, file] = [at('acme.counterpart'), at('acme.xlsx')];
  await run('new', project);
  await run('import', project, '--accounts', at('accounts.csv'), '--customers', at('customers.csv'));
  await run('propose', project);
  const saved = await run('worksheet', project, '--out', file);
  expect(saved.code, saved.stderr).toBe(0);
  return {
    project,
    file,
    run,
    decide: (line: string) => csv('decide.csv', ['account_id,customer_id,decision', line]),
    at,
  };
}

async function openProject(screens: ReviewPage, project: string): Promise<void> {
  const { page } = screens;
  await screens.button('Open a project file…').click();
  await page.getByLabel('Path of the project file').fill(project);
  await page.keyboard.press('Enter');
  await screens.screen('Worksheet').click();
}

test('by the command line: shown first, taken over, and done in part where something is left', async () => {
  const { project, file, run } = await aWorksheet();
  const same = await run('worksheet', project, '--in', file);
  expect(same).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('nothing differs from the project'),
  });
  await editWorkbook(file, (book) => {
    book.write('Matches', id(0), 'Decision', 'yes');
    book.write('Matches', id(1), 'Decision', 'perhaps');
  });
  const dry = await run('worksheet', project, '--in', file, '--dry-run');
  expect(dry).toMatchObject({
    code: 3,
    stdout: expect.stringContaining('new decisions 1, word that is no decision 1'),
  });
  expect(dry.stderr).toContain('Quillfeather Books “perhaps”: This word is no decision.');
  expect((await run('status', project)).stdout).toContain('Links to write: 0');
  const taken = await run('worksheet', project, '--in', file, '--json');
  expect(taken.code).toBe(3);
  expect(JSON.parse(taken.stdout)).toMatchObject({ decided: 1, left: 1 });
  expect((await run('status', project)).stdout).toContain('Links to write: 1');
  expect((await run('worksheet', project)).code).toBe(2);
});

test('a column Decision with another heading is told, by the command line and on the screen', async ({
  page,
  screens,
}) => {
  const { project, file, run } = await aWorksheet();
  await editWorkbook(file, (book) => {
    book.write('Matches', id(0), 'Decision', 'yes');
    book.sheet('Matches').getRow(1).getCell(book.column('Matches', 'Decision')).value = 'OK?';
  });
  for (const more of [['--dry-run'], []]) {
    const read = await run('worksheet', project, '--in', file, ...more);
    expect(read).toMatchObject({ code: 3, stdout: expect.stringContaining('but not all could') });
    expect(read.stderr).toContain('Sheet “Matches” has no column “Decision”');
  }
  await openProject(screens, project);
  await page.getByLabel('File with a worksheet', { exact: true }).setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'Not all of acme.xlsx could be read' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('has no column “Decision”');
});

// axe injects its own script, which the app's policy would refuse.
test.describe('through the screen', () => {
  test.use({ bypassCSP: true });

  test('what the file says is looked at, chosen, applied and taken back', async ({ page, screens }) => {
    const { project, file, run, decide, at } = await aWorksheet();
    decide(`${id(1)},,reject`);
    expect((await run('decide', project, '--from', at('decide.csv'))).code).toBe(0);
    await editWorkbook(file, (book) => {
      book.write('Matches', id(0), 'Decision', 'confirm');
      book.write('Matches', id(1), 'Decision', 'confirm');
      book.write('Matches', id(2), 'Customer ID', '9');
      book.write('Matches', id(3), 'Decision', 'perhaps');
      book.write('Matches', id(4), 'Comment', 'Ask Bo first');
    });
    await openProject(screens, project);
    await page.getByLabel('File with a worksheet', { exact: true }).setInputFiles(file);
    await expect(page.getByRole('heading', { name: 'What acme.xlsx says' })).toBeVisible();
    await expect(page.getByRole('tab')).toHaveText([
      'New decisions 1',
      'Another customer 1',
      'Comments 1',
      'Decided since 1',
      'No decision 1',
    ]);
    const first = page.getByRole('table', { name: 'New decisions' }).getByRole('row').nth(1);
    await expect(first).toContainText('Harbor MillsConfirmed Harbor Mills');
    await page.getByRole('tab', { name: 'New decisions' }).focus();
    for (const next of ['Another customer', 'Comments', 'Decided since']) {
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('tab', { name: next })).toBeFocused();
    }
    const conflict = page.getByRole('table', { name: 'Decided since' }).getByRole('row').nth(1);
    await expect(conflict).toContainText('Rejected');
    expect(await seriousAt(page)).toEqual([]);
    await expect(screens.button('Apply 2 decisions and 1 comment')).toBeEnabled();
    await conflict.getByRole('radio', { name: /^The file for Quillfeather Books/ }).press('Space');
    await screens.button('Apply 3 decisions and 1 comment').press('Enter');
    await expect(page.getByRole('alert')).toContainText('Took over 3 decisions and 1 comment.');
    await expect(page.getByRole('alert')).toContainText('1 row of the file was left as it is.');
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('Taken back: 3 decisions');
    await screens.screen(/^Review/).click();
    await expect(page.getByRole('tab', { name: /^Suggested 4/ })).toBeVisible();
  });

  test('a file without changes says so, one that is no worksheet why not', async ({ page, screens }) => {
    const { project, file, at } = await aWorksheet();
    await openProject(screens, project);
    await page.getByLabel('File with a worksheet', { exact: true }).setInputFiles(at('accounts.csv'));
    await expect(page.getByRole('alert')).toContainText('has no rows that Counterpart marked');
    await page.getByLabel('File with a worksheet', { exact: true }).setInputFiles(file);
    await expect(page.getByText('Nothing in this file differs from the project.')).toBeVisible();
    await screens.button('Back').press('Enter');
    await expect(screens.button('Read a worksheet…')).toBeVisible();
  });
});
