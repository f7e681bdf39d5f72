import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEngine } from '#app/engine.ts';
import { startPractice } from '#app/practice/index.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { AccountId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';
import { allRows } from '../../support/all-rows.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { send } from '../practice/clients.ts';

/** A project of a practice company, exported once. */
async function anExportedProject() {
  const practice = await startPractice();
  const folder = temporaryFolder();
  const home = { projects: join(folder, 'projects'), state: join(folder, 'state') };
  const engine = createEngine({ version: '1', home, author: 'tester', environment: practice.environment });
  onTestFinished(async () => {
    await engine.close();
    await practice.close();
  });
  async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const result = await engine.call(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.code} ${result.error.message}`);
    return result.value;
  }
  const at = (url: string) => (path: string, method: string, body?: unknown) =>
    send(`${url}/practice/${path}`, method, body);
  const salesforce = at(practice.salesforceUrl);
  const quickbooks = at(practice.quickbooksUrl);
  await call('project.create', { name: 'Drift' });
  const first = await call('sources.export', {});
  expect([first.drift, first.toCheck]).toEqual([null, 0]);
  return { call, salesforce, quickbooks };
}

/** That project matched, with every certain pair confirmed. */
async function aProject() {
  const exported = await anExportedProject();
  const { call } = exported;
  await call('match.run', {});
  await call('review.decideMany', { by: 'band', bands: ['certain'] });
  const rows = await allRows(call);
  const row = async (id: AccountId): Promise<ReviewRow | undefined> =>
    (await allRows(call)).find(({ accountId }) => accountId === id);
  return { ...exported, rows, row };
}

describe('a second export', () => {
  test('tells what others did to decisions and links, and nothing of it is written unseen', async () => {
    const { call, salesforce, quickbooks, rows, row } = await aProject();
    const confirmed = rows.filter(({ state, customerActive }) => state === 'confirmed' && customerActive);
    const [inactive, mergedAway, renamed, deleted, mergedInto] = confirmed;
    const linked = rows.filter(({ state, queue }) => state === 'linked' && queue === 'linked');
    const [relinked, unlinked] = linked;
    if (
      inactive === undefined ||
      mergedAway === undefined ||
      renamed === undefined ||
      deleted === undefined ||
      mergedInto === undefined ||
      relinked === undefined ||
      unlinked === undefined
    ) {
      throw new Error('The practice company has too few of each');
    }
    const toWrite = (await call('write.plan', {})).links.length;

    await quickbooks(`records/${inactive.customerId}`, 'POST', { changes: { Active: false } });
    await quickbooks('merge/Customer', 'POST', {
      master: linked[5]?.customerId,
      loser: mergedAway.customerId,
    });
    await salesforce(`records/${renamed.accountId}`, 'POST', { changes: { Name: 'Entirely Else GmbH' } });
    await salesforce('merge/Account', 'POST', { master: mergedInto.accountId, loser: deleted.accountId });
    await salesforce(`records/${relinked.accountId}`, 'POST', {
      changes: { qime__QB_ID__c: unlinked.customerId },
    });
    await salesforce(`records/${unlinked.accountId}`, 'POST', { changes: { qime__QB_ID__c: null } });

    const second = await call('sources.export', {});
    expect(second.drift).toMatchObject({
      salesforce: { new: 0, changed: 4, gone: 1 },
      quickbooks: { new: 0, gone: 1 },
    });
    const reasons = new Map<string, [string | undefined, string | undefined]>();
    for (const [what, { accountId }] of Object.entries({
      inactive,
      mergedAway,
      renamed,
      mergedInto,
      relinked,
      unlinked,
    })) {
      const now = await row(accountId);
      reasons.set(what, [now?.queue, now?.reason]);
    }
    const says = (words: string) => ['changed-since', expect.stringContaining(words)];
    expect(Object.fromEntries(reasons)).toEqual({
      inactive: says('which you confirmed, was made inactive'),
      mergedAway: says('which is no longer among the customers'),
      renamed: says('Since you confirmed this, the account’s name changed'),
      mergedInto: says(`${deleted.accountName}, which had ${deleted.customerName}, was merged`),
      relinked: says('Somebody changed the link from'),
      unlinked: says('Somebody removed the link to'),
    });
    expect(second.toCheck).toBe(6);

    const plan = await call('write.plan', {});
    expect(plan.blocked).toHaveLength(4);
    expect(plan.links).toHaveLength(toWrite - 5);

    const gone = await call('drift.found', { side: 'salesforce', kind: 'gone', skip: 0, limit: 10 });
    expect(gone).toMatchObject([
      {
        id: deleted.accountId,
        fate: { kind: 'merged', into: mergedInto.accountId },
        concerns: `was confirmed for ${deleted.customerName}`,
      },
    ]);
    expect((await call('app.overview', {})).drift).toEqual(second.drift);

    // Looked at and confirmed anew, it is written.
    await call('review.decide', {
      accountId: renamed.accountId,
      kind: 'confirm',
      customerId: renamed.customerId,
    });
    expect((await call('write.plan', {})).links).toHaveLength(toWrite - 4);
    const third = await call('sources.export', {});
    expect(third).toMatchObject({
      drift: { salesforce: { new: 0, changed: 0, gone: 0 }, quickbooks: { new: 0, changed: 0, gone: 0 } },
      toCheck: 5,
    });
  });

  test('that cannot learn why accounts are gone is complete all the same, and says so', async () => {
    const { call, salesforce } = await anExportedProject();
    const [account] = await allRows(call);
    await salesforce(`records/${account?.accountId}`, 'DELETE');
    const body = [{ message: 'not for you', errorCode: 'INSUFFICIENT_ACCESS' }];
    const rule = { match: { pathIncludes: '/queryAll' }, fault: 'status', status: 403, body };
    await salesforce('faults', 'POST', [rule]);
    const again = await call('sources.export', {});
    expect(again.salesforce.problems).toEqual([
      expect.stringMatching(/An account is no longer there.*not for you/),
    ]);
    const gone = await call('drift.found', { side: 'salesforce', kind: 'gone', skip: 0, limit: 10 });
    expect(gone).toMatchObject([{ id: account?.accountId, fate: { kind: 'unknown' } }]);
  });

  test('that finds nothing says so, and the plan stands', async () => {
    const { call } = await aProject();
    const before = await call('write.plan', {});
    const again = await call('sources.export', {});
    expect(again.drift).toMatchObject({
      salesforce: { new: 0, changed: 0, gone: 0 },
      quickbooks: { new: 0, changed: 0, gone: 0 },
    });
    expect((await call('write.plan', {})).links).toHaveLength(before.links.length);
  });
});
