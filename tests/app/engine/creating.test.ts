import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createEngine } from '#app/engine.ts';
import type { MethodOutput } from '#shared/contract.ts';
import type { AccountId } from '#shared/ids.ts';
import { allRows } from '../../support/all-rows.ts';
import { aMatchedPractice } from '../../support/engine.ts';
import { temporaryFolder } from '../../support/folder.ts';

const Records = z.looseObject({
  Customer: z.array(z.looseObject({ Id: z.string(), DisplayName: z.string(), Active: z.boolean() })),
});

/** The practice company exported and matched, with two accounts of which customers are to be created. */
async function aPracticeToCreateIn(options: Parameters<typeof aMatchedPractice>[0] = {}) {
  const { engine, call } = await aMatchedPractice(options);
  const rows = await allRows(call);
  const alone = rows.filter(({ state }) => state === 'no-candidate').slice(0, 2);
  const createNew = (accountIds: readonly AccountId[]) =>
    call('review.decideMany', {
      by: 'list',
      decisions: accountIds.map((accountId) => ({
        accountId,
        kind: 'create-new' as const,
        customerId: null,
      })),
    });
  await createNew(alone.map(({ accountId }) => accountId));
  const { quickbooksUrl = '' } = (await call('practice.info', {})) ?? {};
  const customersThere = async () => {
    const response = await fetch(`${quickbooksUrl}/practice/records`, { headers: { 'x-practice': '1' } });
    return Records.parse(await response.json()).Customer;
  };
  const quickbooksControl = async (path: string, body: object) => {
    const headers = { 'x-practice': '1', 'content-type': 'application/json' };
    const answer = await fetch(`${quickbooksUrl}/practice/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const start = (plan: MethodOutput<'create.plan'>) =>
    call('create.start', { fingerprint: plan.fingerprint, in: 'quickbooks', acceptWarnings: true });
  return { engine, call, rows, alone, createNew, customersThere, quickbooksControl, start };
}

describe('creating customers of the accounts that are decided so', () => {
  test('makes them, links them, and calls the accounts written', async () => {
    const { call, alone, customersThere, start } = await aPracticeToCreateIn();
    const plan = await call('create.plan', { in: 'quickbooks' });
    expect(plan.records.map(({ sourceId }) => sourceId).sort()).toEqual(
      alone.map(({ accountId }) => accountId).sort(),
    );
    const before = (await customersThere()).length;
    const run = await start(plan);
    expect(run).toMatchObject({ kind: 'create-customers', status: 'finished', creations: { linked: 2 } });
    expect(await customersThere()).toHaveLength(before + 2);
    const rows = (await allRows(call)).filter(({ accountId }) =>
      alone.some((one) => one.accountId === accountId),
    );
    expect(rows.map(({ state, queue }) => [state, queue])).toEqual([
      ['written', 'done'],
      ['written', 'done'],
    ]);
    expect(rows.map(({ customerName }) => customerName)).toEqual(rows.map(({ accountName }) => accountName));

    expect((await call('create.plan', { in: 'quickbooks' })).records).toEqual([]);
    expect((await call('write.plan', {})).links).toEqual([]);
    const summary = await call('worksheet.summary', {});
    expect(summary.outcomes.find(({ outcome }) => outcome === 'written')?.accounts).toBe(2);

    const loaded = await call('sources.export', {});
    expect(loaded.drift?.quickbooks.new).toBe(0);
    expect(loaded.toCheck).toBe(0);
  });

  test('leaves out a name that is taken until it has another one, and creates nothing but what the preview showed', async () => {
    const { engine, call, rows, createNew, start } = await aPracticeToCreateIn();
    const like = rows.find(
      ({ state, accountName, customerName }) => state === 'suggested' && accountName === customerName,
    );
    if (like === undefined) throw new Error('no pair of one name');
    await createNew([like.accountId]);
    const [first] = (await call('create.plan', { in: 'quickbooks' })).records;
    expect(first).toMatchObject({
      sourceId: like.accountId,
      clash: { holder: `a customer, “${like.customerName}”` },
      duplicates: [{ name: like.customerName, heldBy: '' }],
    });
    await call('create.edit', {
      in: 'quickbooks',
      sourceId: like.accountId,
      field: 'displayName',
      value: first?.clash?.offered ?? '',
    });
    const plan = await call('create.plan', { in: 'quickbooks' });
    expect(plan.records.find(({ sourceId }) => sourceId === like.accountId)).toMatchObject({
      clash: null,
      edited: ['displayName'],
    });
    expect(plan.warnings).toContain('likely-duplicate');
    const { fingerprint } = plan;
    expect(
      await engine.call('create.start', { fingerprint, in: 'quickbooks', acceptWarnings: false }),
    ).toMatchObject({
      error: { code: 'create-acknowledge' },
    });
    const edited = { in: 'quickbooks', sourceId: like.accountId, field: 'phone' } as const;
    await call('create.edit', { ...edited, value: '555 0100' });
    const unseen = { fingerprint, in: 'quickbooks', acceptWarnings: true } as const;
    expect(await engine.call('create.start', unseen)).toMatchObject({
      error: { code: 'create-plan-changed' },
    });
    await call('create.edit', { ...edited, value: null });
    expect(await start(plan)).toMatchObject({ creations: { linked: 3 } });
  });

  test('a run that is undone takes the ids off again; its customers stay, and are not created once more', async () => {
    const { call, alone, customersThere, start } = await aPracticeToCreateIn();
    const { id: runId } = await start(await call('create.plan', { in: 'quickbooks' }));
    const made = await customersThere();
    const undo = await call('undo.plan', { runId });
    expect(undo.restored).toHaveLength(2);
    await call('undo.start', { runId, fingerprint: undo.fingerprint });
    const rows = (await allRows(call)).filter(({ accountId }) =>
      alone.some((one) => one.accountId === accountId),
    );
    expect(rows.map(({ state }) => state)).not.toContain('written');
    expect((await call('create.plan', { in: 'quickbooks' })).records).toEqual([]);
    expect((await call('sources.export', {})).toCheck).toBe(0);
    expect(await customersThere()).toHaveLength(made.length);
  });

  test('a run that is undone makes its customers inactive, and undoing that makes them active and linked again', async () => {
    const { call, alone, customersThere, start } = await aPracticeToCreateIn();
    const { id: runId } = await start(await call('create.plan', { in: 'quickbooks' }));
    const made = (await customersThere()).slice(-2);
    const undo = await call('undo.plan', { runId });
    expect(undo.made).toMatchObject({ action: 'deactivate', kept: [] });
    expect(undo.made?.records.map(({ recordId }) => recordId).sort()).toEqual(
      made.map(({ Id }) => Id).sort(),
    );
    const undone = await call('undo.start', { runId, fingerprint: undo.fingerprint, made: 'change' });
    expect(undone).toMatchObject({ status: 'finished', counts: { done: 2 }, removals: { done: 2 } });
    const now = (await customersThere()).slice(-2);
    expect(now.map(({ Active, DisplayName }) => [Active, DisplayName])).toEqual(
      made.map(({ DisplayName }) => [false, `${DisplayName} (deleted)`]),
    );
    expect((await call('undo.plan', { runId })).made?.kept.map(({ message }) => message)).toEqual([
      'It is inactive in QuickBooks already.',
      'It is inactive in QuickBooks already.',
    ]);
    const loaded = await call('sources.export', {});
    expect([loaded.toCheck, loaded.drift?.quickbooks.changed]).toEqual([0, 0]);

    const back = await call('undo.plan', { runId: undone.id });
    expect(back.made).toMatchObject({ action: 'reactivate', kept: [] });
    await call('undo.start', { runId: undone.id, fingerprint: back.fingerprint, made: 'change' });
    expect(
      (await customersThere()).slice(-2).map(({ Active, DisplayName }) => [Active, DisplayName]),
    ).toEqual(made.map(({ DisplayName }) => [true, DisplayName]));
    const rows = (await allRows(call)).filter(({ accountId }) =>
      alone.some((one) => one.accountId === accountId),
    );
    expect(rows.map(({ state }) => state)).toEqual(['written', 'written']);
  });

  test('what is left out of an undo leaves its customers active', async () => {
    const { call, customersThere, start } = await aPracticeToCreateIn({
      linkRuns: { firstBatch: 1, provesFrom: 1 },
    });
    const { id: runId } = await start(await call('create.plan', { in: 'quickbooks' }));
    const { fingerprint } = await call('undo.plan', { runId });
    await call('practice.setTrouble', { id: 'sf-rule', often: 'always' });
    const held = await call('undo.start', { runId, fingerprint, made: 'change' });
    expect(held).toMatchObject({
      status: 'held',
      counts: { failed: 1, planned: 1 },
      removals: { planned: 2 },
    });
    const left = await call('write.leaveOut', { runId: held.id });
    expect(left).toMatchObject({ status: 'finished', leftOut: 1, counts: { planned: 0 }, removals: null });
    await call('practice.clearTroubles', {});
    expect((await call('write.plan', {})).unfinishedRun).toBeNull();
    await call('write.resume', { runId: held.id });
    expect((await customersThere()).slice(-2).map(({ Active }) => Active)).toEqual([true, true]);
  });

  test('an undo leaves a customer active whose account somebody else had linked to it before the run could', async () => {
    const { call, alone, customersThere, start } = await aPracticeToCreateIn();
    await call('practice.setTrouble', { id: 'sf-rule', often: 'always' });
    const { id: runId } = await start(await call('create.plan', { in: 'quickbooks' }));
    const made = (await customersThere()).slice(-2);
    const { salesforceUrl = '' } = (await call('practice.info', {})) ?? {};
    const journal = await call('create.journal', { runId });
    const first = journal.find(({ targetId }) => targetId === made[0]?.Id);
    const answer = await fetch(`${salesforceUrl}/practice/records/${first?.sourceId}`, {
      method: 'POST',
      headers: { 'x-practice': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ changes: { qime__QB_ID__c: made[0]?.Id } }),
    });
    expect([answer.ok, alone.length]).toEqual([true, 2]);
    await call('practice.clearTroubles', {});
    expect(await call('create.resume', { runId })).toMatchObject({ creations: { linked: 2 } });
    const { fingerprint } = await call('undo.plan', { runId });
    const undone = await call('undo.start', { runId, fingerprint, made: 'change' });
    expect(undone).toMatchObject({ counts: { done: 1 }, removals: { done: 1, refused: 1 } });
    expect((await customersThere()).slice(-2).map(({ Active }) => Active)).toEqual([true, false]);
  });

  test('an undo leaves alone a customer that somebody changed since, or that owes something', async () => {
    const { call, customersThere, quickbooksControl, start } = await aPracticeToCreateIn();
    const { id: runId } = await start(await call('create.plan', { in: 'quickbooks' }));
    const [first] = (await customersThere()).slice(-2);
    await quickbooksControl(`records/${first?.Id}`, { changes: { Notes: 'Edited' } });
    const undo = await call('undo.plan', { runId });
    expect(undo.made?.records).toHaveLength(1);
    expect(undo.made?.kept).toMatchObject([
      { recordId: first?.Id, message: 'It was changed in QuickBooks since.' },
    ]);
    const undone = await call('undo.start', { runId, fingerprint: undo.fingerprint, made: 'change' });
    expect(undone).toMatchObject({ counts: { done: 2 }, removals: { done: 1 } });
    expect((await customersThere()).slice(-2).map(({ Active }) => Active)).toEqual([true, false]);
  });

  test('is not possible in a project from files', async () => {
    const folder = temporaryFolder();
    const home = { projects: folder, state: join(folder, 'state') };
    const engine = createEngine({ version: '1', home, author: 'tester', environment: {} });
    onTestFinished(() => engine.close());
    await engine.call('project.create', { path: join(folder, 'x.counterpart') });
    expect(await engine.call('create.plan', { in: 'quickbooks' })).toMatchObject({
      error: { code: 'create-needs-export' },
    });
  });
});
