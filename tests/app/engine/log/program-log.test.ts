import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { framesOf } from '#app/engine/log/frames.ts';
import { ProgramLog } from '#app/engine/log/program-log.ts';
import { createEngine } from '#app/engine.ts';
import { temporaryFolder } from '../../../support/folder.ts';

const at = new Date('2026-11-26T08:00:00Z');

describe('the program’s log', () => {
  test('is there again when the program is started again, the newest last', () => {
    const folder = temporaryFolder();
    const first = new ProgramLog(folder, () => at);
    first.note({ what: 'started', name: 'engine', outcome: '1.0.0' });
    first.note({ what: 'operation', name: 'export', outcome: 'done', seconds: 2.5 });
    const second = new ProgramLog(folder, () => at);
    second.note({ what: 'refused', name: 'write.start', outcome: 'busy' });
    expect(second.entries(2).map(({ name, outcome, seconds }) => [name, outcome, seconds])).toEqual([
      ['export', 'done', 2.5],
      ['write.start', 'busy', null],
    ]);
  });

  test('goes on after a file that is damaged, and where nothing can be written', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'log.jsonl'), 'nonsense\n{"at":1}\n');
    const log = new ProgramLog(folder, () => at);
    log.note({ what: 'started', name: 'engine', outcome: '1' });
    expect(log.entries(10)).toHaveLength(1);
    const nowhere = new ProgramLog(join(folder, 'log.jsonl'), () => at);
    nowhere.note({ what: 'started', name: 'engine', outcome: '1' });
    expect(nowhere.entries(10)).toHaveLength(1);
  });

  test('loses no line to one that was cut off when the program ended', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'log.jsonl'), '{"at":"2026-11-26T08:0');
    const log = new ProgramLog(folder, () => at);
    log.note({ what: 'started', name: 'engine', outcome: '1' });
    expect(log.entries(10).map(({ name }) => name)).toEqual(['engine']);
  });

  test('stays small', () => {
    const folder = temporaryFolder();
    const log = new ProgramLog(folder, () => at);
    const frames = ['x'.repeat(300_000)];
    for (let i = 0; i < 8; i++) log.note({ what: 'fault', name: `${i}`, outcome: 'internal', frames });
    const sizes = ['log.jsonl', 'log.jsonl.old'].map((file) => readFileSync(join(folder, file)).length);
    expect(Math.max(...sizes)).toBeLessThan(1_000_000);
  });
});

test('where a fault came from is told without its message and without the person’s folders', () => {
  const error = new TypeError('Acme Ltd has no phone');
  error.stack = [
    'TypeError: Acme Ltd has no phone',
    '    at read (/home/jane.doe/Counterpart/app/match/compare.ts:12:3)',
    '    at C:\\Users\\jane\\resources\\app.asar\\dist\\desktop\\main.js:1:1',
    '    at async node:internal/x:1:1',
    '    at thing (/home/jane.doe/script.js:3:4)',
  ].join('\n');
  const frames = framesOf(error);
  expect(frames.slice(0, 3)).toEqual([
    'TypeError',
    'read app/match/compare.ts:12:3',
    'dist/desktop/main.js:1:1',
  ]);
  expect(frames.join(' ')).not.toMatch(/Acme|jane/);
});

test('of a project the diagnostics have counts alone, and the log codes alone', async () => {
  const home = temporaryFolder();
  const engine = createEngine({
    version: '1.2.3',
    home: { projects: join(home, 'p'), state: join(home, 's') },
    author: 'Jane Doe',
    environment: {},
  });
  const made = await engine.call('project.create', { name: 'Secret Client GmbH' });
  expect(made.ok).toBe(true);
  await engine.call('project.open', { path: join(home, 'Secret Client 2.counterpart') });
  const result = await engine.call('log.diagnostics', {});
  await engine.close();
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value).toMatchObject({
    program: { version: '1.2.3' },
    project: { accounts: 0, customers: 0, practice: false, runs: [] },
    log: [
      { what: 'started', outcome: '1.2.3' },
      { what: 'refused', name: 'project.open', outcome: 'project-not-found' },
    ],
  });
  expect(JSON.stringify(result.value)).not.toMatch(/Secret|Jane|counterpart-/);
});
