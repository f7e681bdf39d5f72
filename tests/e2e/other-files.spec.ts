import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { seriousAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { accountsAt } from './practice.ts';

// axe injects its own script, which the app's policy would refuse.
test.use({ begin: 'matched', bypassCSP: true });

test('on the screen: what was confirmed as a file of links, the sign-off pack, and a summary on paper', async ({
  page,
  screens,
}) => {
  await screens.openReview();
  const confirmed: string[] = [];
  for (let n = 0; n < 3; n++) {
    const pair = await screens.activePair();
    await page.keyboard.press('a');
    await screens.movedOn(pair);
    confirmed.push(pair.accountId);
  }

  await screens.screen(/^Worksheet/).click();
  const files = page.getByRole('region', { name: 'Other files' });
  await expect(files).toContainText('3 links to load, 0 links written');
  await screens.button('Save links to load').click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download links' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true });
  expect(rows.map(({ Id }) => Id).sort()).toEqual(confirmed.sort());
  expect(text.split('\n')[0]).toBe('Id,qime__QB_ID__c');
  await screens.button('Save sign-off pack').click();
  await expect(page.getByRole('link', { name: 'Download sign-off pack' })).toBeVisible();

  await screens.button('Open summary…').click();
  const summary = page.getByRole('region', { name: 'Summary' });
  await expect(summary).toContainText('Confirmed, not written yet');
  expect(await seriousAt(page)).toEqual([]);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(summary).toBeVisible();
  for (const gone of [screens.screen(/^Write/), screens.button('Print…'), screens.button('Close')]) {
    await expect(gone).toBeHidden();
  }
  expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light');
});

test('by the command line: the links to load are what a write then writes', async ({
  home,
  run,
  practice,
}) => {
  const inHome = (name: string) => join(home.path, name);
  const project = inHome('acme.counterpart');
  await run('new', project);
  await run('export', project);
  await run('propose', project, '--out', inHome('proposed.csv'));
  await run('decide', project, '--confirm', 'certain');
  expect((await run('worksheet', project)).code).toBe(2);

  const files = ['--data-loader', inHome('load.csv'), '--proposals', inHome('all.csv')];
  const saved = await run('worksheet', project, ...files, '--json');
  expect(saved.code).toBe(0);
  const load = readFileSync(inHome('load.csv'), 'utf8');
  expect(JSON.parse(saved.stdout).dataLoader).toMatchObject({
    leftOut: [],
    rows: load.split('\n').length - 2,
  });
  expect(readFileSync(inHome('all.csv'), 'utf8')).toBe(readFileSync(inHome('proposed.csv'), 'utf8'));

  await run('write', project);
  const after = await run('worksheet', project, '--written', inHome('w.csv'), '--sign-off', inHome('s.xlsx'));
  expect(after.code).toBe(0);
  const lines = (text: string) => text.trimEnd().split('\n').slice(1).sort();
  expect(lines(readFileSync(inHome('w.csv'), 'utf8'))).toEqual(lines(load));
  const there = await accountsAt(practice.SALESFORCE_INSTANCE_URL ?? '');
  for (const line of lines(load)) {
    const [id = '', customer] = line.split(',');
    expect(there.get(id)?.qime__QB_ID__c).toBe(customer);
  }
  expect(readFileSync(inHome('s.xlsx')).subarray(0, 2).toString()).toBe('PK');
});
