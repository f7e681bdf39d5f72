import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { MethodOutput } from '#shared/contract.ts';
import { allRows } from '../../support/all-rows.ts';
import { aMatchedPractice } from '../../support/engine.ts';

const Account = z.looseObject({
  Id: z.string(),
  Name: z.string(),
  qime__QB_ID__c: z.string().nullable(),
  RecordTypeId: z.string().nullable(),
  Site: z.string().nullable(),
});
const Records = z.looseObject({ Account: z.array(Account) });
const asked = { in: 'salesforce' } as const;

/** The practice company exported and matched, with two customers of which accounts are to be created. */
async function aPracticeToCreateIn() {
  const { engine, call } = await aMatchedPractice();
  const { rows } = await call('review.customers', { from: 0 });
  const alone = rows.filter(({ nearest, active, subCustomer }) => nearest === null && active && !subCustomer);
  const customers = alone.slice(0, 2);
  await call('review.decideCustomers', {
    decisions: customers.map(({ customerId }) => ({ customerId, kind: 'create-new' as const })),
  });
  const { salesforceUrl = '' } = (await call('practice.info', {})) ?? {};
  const control = async (path: string, body?: object) => {
    const response = await fetch(`${salesforceUrl}/practice/${path}`, {
      headers: { 'x-practice': '1', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return await response.json();
  };
  const accountsThere = async () => Records.parse(await control('records')).Account;
  const start = (plan: MethodOutput<'create.plan'>) =>
    call('create.start', { ...asked, fingerprint: plan.fingerprint, acceptWarnings: true });
  return { engine, call, customers, control, accountsThere, start };
}

describe('creating accounts of the customers that are decided so', () => {
  test('makes them with their customers’ ids, calls them written, and the next export finds the same', async () => {
    const { call, customers, accountsThere, start } = await aPracticeToCreateIn();
    expect((await call('review.summary', {})).customersToCreate).toBe(2);
    const plan = await call('create.plan', asked);
    expect(plan.records.map(({ sourceId }) => sourceId).sort()).toEqual(
      customers.map(({ customerId }) => customerId).sort(),
    );
    const before = await accountsThere();
    const run = await start(plan);
    expect(run).toMatchObject({ kind: 'create-accounts', status: 'finished', creations: { linked: 2 } });
    const made = (await accountsThere()).slice(before.length);
    expect(made.map(({ qime__QB_ID__c }) => qime__QB_ID__c).sort()).toEqual(
      customers.map(({ customerId }) => customerId).sort(),
    );
    const rows = (await allRows(call)).filter(({ accountId }) => made.some(({ Id }) => Id === accountId));
    expect(rows.map(({ state, queue }) => [state, queue])).toEqual([
      ['written', 'done'],
      ['written', 'done'],
    ]);
    expect((await call('create.plan', asked)).records).toEqual([]);
    expect((await call('write.plan', {})).links).toEqual([]);
    const summary = await call('worksheet.summary', {});
    expect(summary.outcomes.find(({ outcome }) => outcome === 'written')?.accounts).toBe(2);

    const loaded = await call('sources.export', {});
    expect(loaded.drift?.salesforce).toMatchObject({ new: 0, changed: 0 });
    expect(loaded.toCheck).toBe(0);
  });

  test('the record type, a text for all and an edit by hand are kept in the project, and what is said is what is sent', async () => {
    const { engine, call, customers, accountsThere, start } = await aPracticeToCreateIn();
    const { targets } = await call('create.plan', asked);
    const type = targets.find(({ name }) => name === 'RecordTypeId');
    expect(type?.options?.map(({ label }) => label)).toEqual(['Customer', 'Prospect', 'Partner']);
    const partner = type?.options?.[2]?.value ?? '';
    expect(type?.source).toEqual({ kind: 'text', text: type?.options?.[0]?.value });
    const source = { kind: 'text', text: partner } as const;
    await call('create.template', { ...asked, field: 'RecordTypeId', source });
    await call('create.template', { ...asked, field: 'Phone', source: { kind: 'field', field: 'mobile' } });
    const sourceId = customers[0]?.customerId ?? '';
    await call('create.edit', { ...asked, sourceId, field: 'Name', value: '  By   hand ' });
    const plan = await call('create.plan', asked);
    expect(plan.records.every(({ fields }) => fields.RecordTypeId === partner)).toBe(true);
    expect(plan.records.find((one) => one.sourceId === sourceId)).toMatchObject({
      name: 'By hand',
      edited: ['Name'],
    });
    await start(plan);
    const made = (await accountsThere()).slice(-2);
    expect(made.map(({ RecordTypeId }) => RecordTypeId)).toEqual([partner, partner]);
    expect(made.map(({ Name }) => Name)).toContain('By hand');
    for (const unknown of [
      { ...asked, field: 'Nothing__c', source: null },
      { ...asked, field: 'Phone', source: { kind: 'field', field: 'nothing' } as const },
    ]) {
      expect(await engine.call('create.template', unknown)).toMatchObject({
        error: { code: 'input-invalid' },
      });
    }
  });

  test('asks for what Salesforce requires, and leaves an account out until it has that', async () => {
    const { engine, call, control, start } = await aPracticeToCreateIn();
    await control('setup', { required: ['Site'], readOnly: ['Phone'] });
    const plan = await call('create.plan', asked);
    expect(plan.records.map(({ missing }) => missing)).toEqual([['Account Site'], ['Account Site']]);
    expect(plan.notes[0]).toContain('Phone');
    const { fingerprint } = plan;
    const refused = await engine.call('create.start', { ...asked, fingerprint, acceptWarnings: true });
    expect(refused).toMatchObject({ error: { code: 'create-nothing' } });
    // Nothing of what is said of it is about customers: here they are what accounts are made of.
    expect(JSON.stringify(refused)).not.toContain('customer');
    await call('create.template', { ...asked, field: 'Site', source: { kind: 'text', text: 'Main' } });
    expect(await start(await call('create.plan', asked))).toMatchObject({ creations: { linked: 2 } });
  });

  test('shows accounts that are like a customer before it is created', async () => {
    const { call } = await aPracticeToCreateIn();
    const rows = await allRows(call);
    const like = rows.find(({ state }) => state === 'suggested');
    if (like?.customerId == null) throw new Error('no such rows');
    await call('review.decide', { accountId: like.accountId, kind: 'ignore', customerId: null });
    await call('review.decideCustomers', {
      decisions: [{ customerId: like.customerId, kind: 'create-new' }],
    });
    const plan = await call('create.plan', asked);
    const found = plan.records.find(({ sourceId }) => sourceId === like.customerId);
    expect(found?.duplicates[0]).toMatchObject({ id: like.accountId, heldBy: '' });
    expect(plan.warnings).toContain('likely-duplicate');
  });

  test('a run that is undone takes the ids off again; its accounts stay, and are not created once more', async () => {
    const { call, accountsThere, start } = await aPracticeToCreateIn();
    const { id: runId } = await start(await call('create.plan', asked));
    const made = await accountsThere();
    const undo = await call('undo.plan', { runId });
    expect(undo.restored).toHaveLength(2);
    await call('undo.start', { runId, fingerprint: undo.fingerprint });
    expect(await accountsThere()).toHaveLength(made.length);
    const plan = await call('create.plan', asked);
    expect([plan.records, plan.blocked.length]).toEqual([[], 2]);
  });
});
