import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecisionKind } from '#shared/decisions.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import { allRows } from '../../support/all-rows.ts';
import { anEngine } from '../../support/engine.ts';

const names = ['Acme Plumbing', 'Baker Tools', 'Cedar Homes', 'Delta Foods', 'Elm Dental', 'Fir Roofing'];
const idOf = (n: number) => AccountId.parse(`00100000000000${n}AAA`);
const customerOf = (n: number) => CustomerId.parse(String(n));

/** A phone for each business; `changed` gives some of the accounts another one. */
const phoneOf = (n: number, changed: readonly number[] = []) =>
  `(415) 555-01${changed.includes(n) ? 90 + n : 30 + n}`;

/** An engine with a project of six accounts, each with the customer of its name; `load` imports them (again). */
async function aMatchedProject() {
  const { engine, folder, call } = anEngine();
  async function load(changed: readonly number[] = [], balance = 0): Promise<void> {
    const files = { accounts: join(folder, 'accounts.csv'), customers: join(folder, 'customers.csv') };
    const accounts = names.map(
      (name, n) => `${idOf(n)},${name},"${phoneOf(n, changed)}",${n} Main St,Tacoma`,
    );
    const customers = names.map((name, n) => `${n},${name} Inc,${phoneOf(n)},${n} Main St,Tacoma,${balance}`);
    writeFileSync(files.accounts, `Id,Name,Phone,BillingStreet,BillingCity\n${accounts.join('\n')}\n`);
    writeFileSync(
      files.customers,
      `Id,DisplayName,PrimaryPhone,BillAddrLine1,BillAddrCity,Balance\n${customers.join('\n')}\n`,
    );
    await call('sources.import', { ...files, contacts: null, map: null });
  }

  const decide = (n: number, kind: DecisionKind, customer: number | null = null) =>
    call('review.decide', {
      accountId: idOf(n),
      kind,
      customerId: customer === null ? null : customerOf(customer),
    });
  const rowOf = async (n: number) => (await allRows(call)).find(({ accountId }) => accountId === idOf(n));

  await call('project.create', { name: 'Six' });
  await load();
  await call('match.run', {});
  return { engine, call, load, decide, rowOf };
}

test('a decided row keeps its state and its customer through another match, whatever was decided', async () => {
  const { call, decide } = await aMatchedProject();
  const kinds = ['confirm', 'reject', 'skip', 'create-new', 'ignore'] as const;
  const decisions = fc.uniqueArray(
    fc.record({ n: fc.nat(names.length - 1), kind: fc.constantFrom(...kinds) }),
    { selector: ({ n }) => n, minLength: 1 },
  );
  const decidedRows = async () =>
    (await allRows(call))
      .filter(({ state }) => ['confirmed', 'rejected', 'skipped', 'create-new', 'ignored'].includes(state))
      .map(({ accountId, state, customerId }) => ({ accountId, state, customerId }));
  await fc.assert(
    fc.asyncProperty(decisions, async (wanted) => {
      for (const { n, kind } of wanted)
        await decide(n, kind, kind === 'confirm' ? n : null).catch(() => null);
      const before = await decidedRows();
      await call('match.run', {});
      const after = await decidedRows();
      expect(after.filter(({ accountId }) => before.some((row) => row.accountId === accountId))).toEqual(
        before,
      );
      while ((await call('review.summary', {})).undo !== null) await call('review.undo', {});
    }),
    { numRuns: 5 },
  );
});

describe('what a match learnt', () => {
  test('is told when it ends, and kept until the next one', async () => {
    const { call, decide } = await aMatchedProject();
    expect((await call('match.settings', {})).lesson).toBeNull();
    await decide(0, 'confirm');
    await decide(1, 'reject');
    const { lesson, changed } = await call('match.run', {});
    expect(lesson).toMatchObject({ confirmed: 1, rejected: 1 });
    expect(changed).toEqual({ proposals: 0, gone: 0 });
    expect((await call('match.settings', {})).lesson).toEqual(lesson);
  });
});

describe('what was said since the last match', () => {
  test('counts pairs, pins and the policy; what is taken back does not count; a match starts anew', async () => {
    const { call, decide } = await aMatchedProject();
    const since = async () => (await call('match.settings', {})).since;
    await decide(0, 'confirm');
    await decide(1, 'reject');
    await decide(2, 'skip');
    await call('match.pin', { kind: 'phone', value: phoneOf(3), as: 'shared' });
    await call('match.setPolicy', { subCustomers: false, severalAccounts: false });
    expect(await since()).toEqual({ decisions: 2, pins: 1, policy: true });
    await call('review.undo', {});
    await call('review.undo', {});
    expect((await since()).decisions).toBe(1);
    await call('match.run', {});
    expect(await since()).toEqual({ decisions: 0, pins: 0, policy: false });
    await call('review.undo', {});
    expect((await since()).decisions).toBe(1);
  });
});

describe('a rejected pair', () => {
  test('is not proposed again after a new export that changes nothing the matcher reads', async () => {
    const { call, load, decide, rowOf } = await aMatchedProject();
    await decide(1, 'reject');
    await load([], 77);
    await call('match.run', {});
    expect((await rowOf(1))?.customerId).not.toBe('1');
  });

  test('may come back when a record changed, says so, and is not confirmed in bulk', async () => {
    const { call, load, decide, rowOf } = await aMatchedProject();
    const words = 'You rejected this before; the phone changed since';
    await decide(1, 'reject');
    await load([1]);
    await call('match.run', {});
    expect(await rowOf(1)).toMatchObject({
      state: 'suggested',
      customerId: '1',
      reason: expect.stringContaining(`${words}. `),
    });
    const detail = await call('review.detail', { accountId: idOf(1) });
    expect(detail.candidates[0]).toMatchObject({ rejected: false, rejectedBefore: words });
    await call('review.decideMany', { by: 'band', bands: ['certain', 'likely', 'possible'] });
    expect((await rowOf(1))?.state).toBe('suggested');
    await decide(1, 'reject');
    expect((await rowOf(1))?.state).toBe('rejected');
  });
});

describe('a pin', () => {
  test('is kept once however it is written, and taken off the same way', async () => {
    const { call } = await aMatchedProject();
    await call('match.pin', { kind: 'phone', value: '(415) 555-0133', as: 'shared' });
    const { pins } = await call('match.pin', { kind: 'phone', value: '415.555.0133', as: 'good' });
    expect(pins).toEqual([{ kind: 'phone', value: '4155550133', as: 'good' }]);
    expect((await call('match.unpin', { kind: 'phone', value: '+1 415 555 0133' })).pins).toEqual([]);
  });

  test('on something that is none is refused in plain words', async () => {
    const { engine } = await aMatchedProject();
    expect(await engine.call('match.pin', { kind: 'phone', value: 'ask Jo', as: 'good' })).toMatchObject({
      error: { code: 'pin-value', message: '"ask Jo" cannot be pinned: it is no phone number.' },
    });
  });

  test('as shared takes away what the identifier counts in the next match', async () => {
    const { call } = await aMatchedProject();
    const phoneBits = async () => {
      const { candidates } = await call('review.detail', { accountId: idOf(3) });
      return candidates[0]?.pair.evidence.find(({ field }) => field === 'phone')?.bits ?? 0;
    };
    const before = await phoneBits();
    await call('match.pin', { kind: 'phone', value: phoneOf(3), as: 'shared' });
    await call('match.run', {});
    expect(await phoneBits()).toBeLessThan(before);
  });
});

describe('a project that lets one customer have several accounts', () => {
  test('takes a second confirmation, and each row names the other account', async () => {
    const { engine, call, decide, rowOf } = await aMatchedProject();
    await decide(0, 'confirm', 0);
    const second = { accountId: idOf(1), kind: 'confirm' as const, customerId: customerOf(0) };
    expect(await engine.call('review.decide', second)).toMatchObject({
      error: { code: 'decision-customer-taken' },
    });
    await call('match.setPolicy', { subCustomers: true, severalAccounts: true });
    const { rows } = await call('review.decide', second);
    expect(rows.find(({ accountId }) => accountId === idOf(0))?.reason).toContain('Also with Baker Tools');
    expect((await rowOf(1))?.reason).toContain('Also with Acme Plumbing');
    await call('match.run', {});
    expect([(await rowOf(0))?.customerId, (await rowOf(1))?.customerId]).toEqual(['0', '0']);
  });

  test('keeps what was confirmed when it no longer does, and matches all the same', async () => {
    const { call, decide, rowOf } = await aMatchedProject();
    await call('match.setPolicy', { subCustomers: true, severalAccounts: true });
    await decide(0, 'confirm', 0);
    await decide(1, 'confirm', 0);
    await call('match.setPolicy', { subCustomers: true, severalAccounts: false });
    await call('match.run', {});
    expect([(await rowOf(0))?.state, (await rowOf(1))?.state]).toEqual(['confirmed', 'confirmed']);
  });
});
