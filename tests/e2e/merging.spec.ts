import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { counterpart } from './app.ts';
import { seriousAt } from './axe.ts';
import { expect, test } from './fixtures.ts';

const names = ['Harbor Mills', 'Quillfeather Books', 'Zephyr Dental', 'Ironwood Paving'];

/** A project of four pairs and a copy of it, decided in by two people: one account alike, one differently. */
async function twoCopies(folder: string) {
  const file = (name: string) => join(folder, name);
  const csv = (name: string, lines: readonly string[]) => writeFileSync(file(name), `${lines.join('\n')}\n`);
  const id = (n: number) => `0015g00000A1b2${n}AAA`;
  const run = async (author: string, code: number, ...args: string[]) => {
    const outcome = await counterpart(args, { COUNTERPART_HOME: folder, COUNTERPART_AUTHOR: author });
    expect(outcome.code, outcome.stderr).toBe(code);
    return outcome;
  };
  csv('accounts.csv', ['Id,Name', ...names.map((name, n) => `${id(n)},${name}`)]);
  csv('customers.csv', [
    'Id,DisplayName',
    ...names.map((name, n) => `${n + 1},${name}`),
    '9,Harbour Milling',
  ]);
  const decisions = (name: string, lines: readonly string[]) =>
    csv(name, ['account_id,customer_id,decision', ...lines]);
  decisions('ann.csv', [`${id(0)},1,confirm`, `${id(1)},2,confirm`]);
  decisions('bob.csv', [`${id(0)},9,confirm`, `${id(1)},2,confirm`, `${id(2)},3,confirm`]);
  const [ours, theirs] = [file('ours.counterpart'), file('theirs.counterpart')];
  await run('Ann', 0, 'new', ours);
  await run(
    'Ann',
    0,
    'import',
    ours,
    '--accounts',
    file('accounts.csv'),
    '--customers',
    file('customers.csv'),
  );
  await run('Ann', 0, 'propose', ours);
  copyFileSync(ours, theirs);
  await run('Ann', 0, 'decide', ours, '--from', file('ann.csv'));
  await run('Bob', 0, 'decide', theirs, '--from', file('bob.csv'));
  return { ours, theirs, id, run };
}

test('by the command line: what only the other decided is taken over, what is decided differently is told', async ({
  home,
}) => {
  const { ours, theirs, id, run } = await twoCopies(home.path);
  const preview = await run('Ann', 0, 'merge', ours, '--from', theirs, '--dry-run');
  expect(preview.stdout).toContain('1 account to take over, 1 decided alike, 1 decided differently');
  expect((await run('Ann', 0, 'status', ours)).stdout).toContain('Links to write: 2');
  const merged = await run('Ann', 3, 'merge', ours, '--from', theirs);
  expect(merged.stdout).toContain('Took over 1 decision');
  expect(merged.stderr).toContain(`Harbor Mills (${id(0)}): here confirm Harbor Mills (Ann,`);
  expect(merged.stderr).toContain('there confirm Harbour Milling (Bob,');
  expect((await run('Ann', 0, 'status', ours)).stdout).toContain('Links to write: 3');
  const decided = await run('Ann', 0, 'merge', ours, '--from', theirs, '--take-theirs');
  expect(decided.stdout).toContain('Took over 1 decision');
});

// axe injects its own script, which the app's policy would refuse.
test.describe('through the screen', () => {
  test.use({ bypassCSP: true });

  test('both words are shown, one is chosen, and one undo takes all of it back', async ({
    page,
    screens,
    home,
  }) => {
    const { ours, theirs, id } = await twoCopies(home.path);
    await screens.button('Open a project file…').click();
    await page.getByLabel('Path of the project file').fill(ours);
    await page.keyboard.press('Enter');
    await screens.button(/^Project ours/).press('Enter');
    await page.getByRole('menuitem', { name: 'Take over another reviewer’s work…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Take over another reviewer’s work' });
    const path = dialog.getByLabel('Path of the other copy');
    await path.fill(ours);
    await path.press('Enter');
    await expect(dialog.getByRole('alert')).toBeVisible();
    await path.fill(theirs);
    await path.press('Enter');
    const row = dialog.getByRole('table', { name: 'Decided differently' }).getByRole('row').nth(1);
    await expect(row).toContainText('Confirmed Harbor MillsAnn');
    await expect(row).toContainText('Confirmed Harbour MillingBob');
    await expect(dialog.getByRole('definition')).toHaveText(['1', '1', '1', '0', '0']);
    expect(await seriousAt(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Theirs for all' }).press('Enter');
    await expect(row.getByRole('radio', { name: 'Theirs for Harbor Mills' })).toBeChecked();
    await dialog.getByRole('button', { name: 'Ours for all' }).press('Enter');
    await expect(dialog.getByRole('button', { name: 'Take over 1 account' })).toBeEnabled();
    await row.getByRole('radio', { name: 'Theirs for Harbor Mills' }).press('Space');
    await dialog.getByRole('button', { name: 'Take over 2 accounts' }).press('Enter');
    await expect(dialog).toContainText('Took over 2 decisions');
    await dialog.getByRole('button', { name: 'Close' }).first().press('Enter');

    await screens.screen(/^Review/).click();
    await page.getByRole('tab', { name: 'Done 3' }).click();
    const merged = screens.grid.locator(`[id="row-${id(0)}"]`);
    await expect(merged.getByRole('gridcell').nth(1)).toContainText('Harbour Milling');
    await merged.click();
    const history = page.getByRole('list', { name: 'Decisions' });
    await expect(history.getByRole('listitem').first()).toContainText('Bob');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('tab', { name: 'Done 2' })).toBeVisible();
    await expect(merged.getByRole('gridcell').nth(1)).toContainText('Harbor Mills');
  });
});
