import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { RunId } from '#shared/ids.ts';
import { allRows } from '../../support/all-rows.ts';
import { aMatchedPractice } from '../../support/engine.ts';

/** The practice company with two links written by run 1; `author` signs what follows. */
async function twoWritten() {
  const { engine, folder, call } = await aMatchedPractice({ author: 'Ann' });
  const rows = (await allRows(call)).filter(({ state }) => state === 'suggested').slice(0, 2);
  for (const { accountId, customerId } of rows)
    await call('review.decide', { accountId, kind: 'confirm', customerId });
  const { fingerprint } = await call('write.plan', {});
  await call('write.start', { fingerprint, acceptWarnings: true });
  const ids = new Set(rows.map(({ accountId }) => accountId));
  const shown = async () => (await allRows(call)).filter(({ accountId }) => ids.has(accountId));
  const undo = async (run: number) => {
    const runId = RunId.parse(run);
    const plan = await call('undo.plan', { runId });
    return await call('undo.start', { runId, fingerprint: plan.fingerprint });
  };
  return { engine, folder, call, rows, shown, undo };
}

test('after an undo every file and screen says that nothing is linked, and after the undo of it that all is again', async () => {
  const { folder, call, rows, shown, undo } = await twoWritten();
  const path = join(folder, 'links.csv');
  const linesOf = async (what: 'written' | 'to-write') => {
    await call('worksheet.saveLinks', { what, path });
    return readFileSync(path, 'utf8').trimEnd().split('\n').length - 1;
  };
  const outcome = async (which: string) =>
    (await call('worksheet.summary', {})).outcomes.find((one) => one.outcome === which)?.accounts ?? 0;
  expect((await shown()).map(({ state }) => state)).toEqual(['written', 'written']);
  expect([await linesOf('written'), await outcome('written')]).toEqual([2, 2]);

  expect(await undo(1)).toMatchObject({
    id: 2,
    kind: 'undo-links',
    undoes: 1,
    author: 'Ann',
    status: 'finished',
    counts: { done: 2 },
  });
  for (const row of await shown()) {
    expect(row).toMatchObject({ state: 'suggested', queue: 'suggested' });
    expect(row.reason).toMatch(/^Undone by Ann on .*; it was linked to .*, confirm again to link/);
  }
  expect((await call('write.plan', {})).links).toEqual([]);
  expect([await linesOf('written'), await linesOf('to-write')]).toEqual([0, 0]);
  expect([await outcome('written'), await outcome('to-write')]).toEqual([0, 0]);
  const sheet = join(folder, 'sheet.xlsx');
  await call('worksheet.save', { path: sheet });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(sheet);
  const changes: string[] = [];
  workbook.getWorksheet('Changes')?.eachRow((row) => changes.push(JSON.stringify(row.values)));
  expect(changes.filter((line) => line.includes('taken back'))).toHaveLength(2);

  // An export finds what the project says: nothing drifted. Proposals outlive it where they are of this session.
  await call('match.run', {});
  expect((await call('sources.export', {})).toCheck).toBe(0);
  expect((await shown()).map(({ state }) => state)).toEqual(['suggested', 'suggested']);

  await undo(2);
  expect((await shown()).map(({ state, customerId }) => [state, customerId])).toEqual(
    rows.map(({ customerId }) => ['written', customerId]),
  );
  expect([await linesOf('written'), await outcome('written')]).toEqual([2, 2]);
});

test('an undo that is not as its preview said is refused, and so is one of nothing', async () => {
  const { engine, call, undo } = await twoWritten();
  const runId = RunId.parse(1);
  expect(await engine.call('undo.start', { runId, fingerprint: 'another' })).toMatchObject({
    error: { code: 'undo-plan-changed' },
  });
  expect(await engine.call('undo.plan', { runId: RunId.parse(7) })).toMatchObject({
    error: { code: 'run-not-found' },
  });
  expect(await call('runs.list', {})).toHaveLength(1);
  await undo(1);
  const { fingerprint, restored } = await call('undo.plan', { runId });
  expect(restored).toEqual([]);
  expect(await engine.call('undo.start', { runId, fingerprint })).toMatchObject({
    error: {
      code: 'undo-nothing',
      message: 'There is nothing to undo of run 1: its accounts are again as they were before it.',
    },
  });
});

test('while a run is left open, no run is undone', async () => {
  const { engine, call } = await twoWritten();
  const runId = RunId.parse(1);
  await call('undo.plan', { runId });
  const info = await call('practice.info', {});
  await fetch(`${info?.salesforceUrl}/practice/faults`, {
    method: 'POST',
    headers: { 'x-practice': '1', 'content-type': 'application/json' },
    body: JSON.stringify([
      { match: { method: 'PATCH', pathIncludes: 'composite' }, times: 99, fault: 'status', status: 403 },
    ]),
  });
  const { fingerprint } = await call('undo.plan', { runId });
  expect((await engine.call('undo.start', { runId, fingerprint })).ok).toBe(false);
  const { unfinishedRun } = await call('undo.plan', { runId });
  expect(unfinishedRun).toBe(2);
  expect(await engine.call('undo.start', { runId, fingerprint })).toMatchObject({
    error: { code: 'write-unfinished' },
  });
});
