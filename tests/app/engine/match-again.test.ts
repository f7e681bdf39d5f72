import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { ProjectMatcher } from '#app/engine/match-project/project-matcher.ts';
import type { AppEvent, MethodOutput } from '#shared/contract.ts';
import { type Account, type Customer, noAddress } from '#shared/records.ts';
import type { ReviewRow } from '#shared/review.ts';
import { allRows } from '../../support/all-rows.ts';
import { anEngine } from '../../support/engine.ts';
import { madeUp } from '../match/made-up.ts';

interface Records {
  readonly accounts: readonly Account[];
  readonly customers: readonly Customer[];
}

const cell = (text: string | number): string => `"${String(text).replaceAll('"', '""')}"`;
const table = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\n`).join('');

/** An engine with an empty project; `load` imports records into it. */
async function aProject(preparesAhead = false) {
  const { engine, folder, call } = anEngine({ preparesAhead });
  async function load({ accounts, customers }: Records): Promise<MethodOutput<'sources.import'>> {
    const files = { accounts: join(folder, 'accounts.csv'), customers: join(folder, 'customers.csv') };
    const heads = {
      accounts: [
        'Id',
        'Name',
        'Phone',
        'Email',
        'BillingStreet',
        'BillingCity',
        'BillingState',
        'BillingPostalCode',
      ],
      customers: [
        'Id',
        'DisplayName',
        'PrimaryPhone',
        'PrimaryEmailAddr',
        'BillAddrLine1',
        'BillAddrCity',
        'BillAddrCountrySubDivisionCode',
        'BillAddrPostalCode',
        'Balance',
      ],
    };
    const accountRows = accounts.map(({ id, name, phone, emails, billing }) => [
      id,
      name,
      phone,
      emails[0] ?? '',
      billing.street,
      billing.city,
      billing.region,
      billing.postalCode,
    ]);
    const customerRows = customers.map(({ id, displayName, phone, email, billing, balance }) => [
      id,
      displayName,
      phone,
      email,
      billing.street,
      billing.city,
      billing.region,
      billing.postalCode,
      balance,
    ]);
    writeFileSync(files.accounts, table([heads.accounts, ...accountRows]));
    writeFileSync(files.customers, table([heads.customers, ...customerRows]));
    return await call('sources.import', { ...files, contacts: null, map: null });
  }

  await call('project.create', { name: 'Some' });
  return { engine, call, load };
}

const gist = ({ accountId, customerId, state, band }: ReviewRow) => ({
  accountId,
  customerId,
  state,
  band,
});

const set = madeUp(400, 21);

/** The records with another name and phone for the accounts at these places. */
function withOtherAccounts(places: readonly number[]): Records {
  return {
    ...set,
    accounts: set.accounts.map((account, at) =>
      places.includes(at)
        ? {
            ...account,
            name: `Zyxomma ${at}`,
            phone: '',
            emails: [],
            billing: noAddress,
          }
        : account,
    ),
  };
}

describe('after another import', () => {
  test('only what changed is matched again, and all proposals stand as a whole match would have them', async () => {
    const { call, load } = await aProject();
    await load(set);
    await call('match.run', {});
    const before = await allRows(call);
    const suggested = before.flatMap(({ state }, at) => (state === 'suggested' ? [at] : [])).slice(0, 3);
    const { rematch } = await load(withOtherAccounts(suggested));
    expect(rematch).toMatchObject({ accounts: 3, customers: 0 });
    expect(rematch?.proposals).toBeLessThan(100);
    const after = await allRows(call);
    for (const at of suggested) expect(after[at]).toMatchObject({ state: 'no-candidate', customerId: null });
    expect((await call('app.overview', {})).matchedAt).not.toBeNull();
    await call('match.run', {});
    expect((await allRows(call)).map(gist)).toEqual(after.map(gist));
  });

  test('what fails in matching again is noted, and the records are there for another match', async () => {
    const { call, load } = await aProject();
    await load(set);
    await call('match.run', {});
    const failing = vi.spyOn(ProjectMatcher.prototype, 'again').mockRejectedValue(new TypeError('Acme Inc'));
    const { rematch, salesforce } = await load(withOtherAccounts([3]));
    failing.mockRestore();
    expect(rematch).toBeNull();
    expect(salesforce.count).toBe(set.accounts.length);
    const noted = (await call('log.read', { most: 100 })).find(({ what }) => what === 'fault');
    expect(noted).toMatchObject({ name: 'match again', outcome: 'internal' });
    expect(noted?.frames[0]).toBe('TypeError');
    expect(JSON.stringify(noted)).not.toContain('Acme');
    await call('match.run', {});
    expect((await allRows(call))[3]).toMatchObject({ state: 'no-candidate' });
  });

  test('other balances change no proposal', async () => {
    const { call, load } = await aProject();
    await load(set);
    await call('match.run', {});
    const before = (await allRows(call)).map(gist);
    const richer = set.customers.map((customer) => ({ ...customer, balance: customer.balance + 5 }));
    const { rematch } = await load({ ...set, customers: richer });
    expect(rematch).toEqual({ accounts: 0, customers: 0, proposals: 0, changed: { proposals: 0, gone: 0 } });
    const rows = await allRows(call);
    expect(rows.map(gist)).toEqual(before);
    expect(rows.find(({ customerId }) => customerId !== null)?.balance).toBe(5);
  });

  test('an account that is gone is gone, and its customer is proposed for nobody else', async () => {
    const { call, load } = await aProject();
    await load(set);
    await call('match.run', {});
    const [gone] = (await allRows(call)).filter(({ state }) => state === 'suggested');
    const accounts = set.accounts.filter(({ id }) => id !== gone?.accountId);
    expect((await load({ ...set, accounts })).rematch?.accounts).toBe(1);
    const rows = await allRows(call);
    expect(rows).toHaveLength(set.accounts.length - 1);
    expect(rows.some(({ accountId }) => accountId === gone?.accountId)).toBe(false);
  });

  test('what was decided stays decided, and a customer given away is proposed to no other account', async () => {
    const { call, load } = await aProject();
    await load(set);
    await call('match.run', {});
    const rows = (await allRows(call)).filter(({ state }) => state === 'suggested');
    const [one, two] = rows;
    if (one === undefined || two === undefined) throw new Error('Nothing is suggested');
    await call('review.decide', { accountId: one.accountId, kind: 'confirm', customerId: one.customerId });
    await call('review.decide', { accountId: two.accountId, kind: 'reject', customerId: two.customerId });
    const accounts = set.accounts.map((account) =>
      account.id === two.accountId ? { ...account, website: 'other.example' } : account,
    );
    await load({ ...set, accounts });
    const after = new Map((await allRows(call)).map((row) => [row.accountId, row]));
    expect(after.get(one.accountId)).toMatchObject({ state: 'confirmed', customerId: one.customerId });
    expect(after.get(two.accountId)?.state).not.toBe('suggested');
  });

  test('an account whose every candidate was turned down gets a new customer that fits', async () => {
    const { call, load } = await aProject();
    const [lost] = set.customers;
    const without = { ...set, customers: set.customers.slice(1) };
    await load(without);
    await call('match.run', {});
    const owner = set.accounts.find(({ name }) => name === lost?.displayName) ?? set.accounts[0];
    if (owner === undefined || lost === undefined) throw new Error('The set is empty');
    const rowOf = async () => (await allRows(call)).find(({ accountId }) => accountId === owner.id);
    for (let row = await rowOf(); row?.customerId != null; row = await rowOf()) {
      await call('review.decide', { accountId: owner.id, kind: 'reject', customerId: row.customerId });
    }
    await call('match.run', {});
    const fitting = { ...lost, displayName: owner.name, phone: owner.phone, billing: owner.billing };
    expect((await load({ ...without, customers: [...without.customers, fitting] })).rematch).not.toBeNull();
    expect(await rowOf()).toMatchObject({ state: 'suggested', customerId: lost.id });
  });

  test('everything has to be matched when much changed', async () => {
    const { call, load } = await aProject();
    await load(set);
    await call('match.run', {});
    const { rematch } = await load(withOtherAccounts(Array.from({ length: 60 }, (_, at) => at)));
    expect(rematch).toBeNull();
    expect((await call('app.overview', {})).matchedAt).toBeNull();
    expect((await call('match.run', {})).proposals).toBeGreaterThan(100);
  });
});

test('a project that is closed while its records are read ahead is one whole file', async () => {
  const { call, load } = await aProject(true);
  await load(madeUp(4_000, 3));
  const path = (await call('app.overview', {})).project?.path ?? '';
  await call('match.pin', { kind: 'phone', value: '503 555 0123', as: 'shared' });
  await call('project.close', {});
  expect(readdirSync(dirname(path)).filter((name) => name.startsWith('Some'))).toEqual(['Some.counterpart']);
});

describe('a match that was prepared for', () => {
  test('proposes what one that was not does, also where the records were replaced meanwhile', async () => {
    const other = withOtherAccounts([0, 1, 2, 3, 4]);
    const [plain, prepared] = [await aProject(), await aProject(true)];
    for (const { load, call } of [plain, prepared]) {
      await load(set);
      await load(other);
      await call('match.run', {});
    }
    const rows = (await allRows(prepared.call)).map(gist);
    expect(rows).toEqual((await allRows(plain.call)).map(gist));
    await prepared.load(set);
    expect((await allRows(prepared.call)).map(gist)).not.toEqual(rows);
  });
});

describe('a large first match', () => {
  const large = madeUp(2_600, 33);

  /** Calls back at the first change of the proposals, and ends with the match. */
  async function matching(
    { engine, call }: Awaited<ReturnType<typeof aProject>>,
    atFirst: () => Promise<void>,
  ): Promise<void> {
    let first: Promise<void> | null = null;
    const stop = engine.onEvent((event: AppEvent) => {
      if (event.name === 'changed' && event.payload.what === 'proposals') first ??= atFirst();
    });
    const matched = call('match.run', {});
    await matched.catch(() => undefined);
    await first;
    stop();
    await matched;
  }

  test('shows its first proposals, with their evidence, while it runs; what is decided on them stays', async () => {
    const project = await aProject();
    const { call, load } = project;
    await load(large);
    let decided: ReviewRow | undefined;
    await matching(project, async () => {
      const { early, matchedAt, review, running } = await call('app.overview', {});
      expect([matchedAt, running?.operation]).toEqual([null, 'match']);
      expect(early).toBeGreaterThan(50);
      const rows = await allRows(call);
      expect(rows).toHaveLength(early);
      expect(review?.queues['no-match']).toBe(0);
      decided = rows.find(({ state }) => state === 'suggested');
      if (decided === undefined) throw new Error('Nothing is suggested');
      const { accountId, customerId } = decided;
      const { candidates } = await call('review.detail', { accountId });
      expect(candidates[0]?.pair.evidence.length).toBeGreaterThan(2);
      await call('review.decide', { accountId, kind: 'confirm', customerId });
    });
    const rows = await allRows(call);
    expect(rows).toHaveLength(large.accounts.length);
    expect((await call('app.overview', {})).early).toBe(0);
    const now = rows.find(({ accountId }) => accountId === decided?.accountId);
    expect(now).toMatchObject({ state: 'confirmed', customerId: decided?.customerId });
  });

  test('that is stopped leaves no proposal behind, and another one can be made', async () => {
    const project = await aProject();
    const { call, load } = project;
    await load(large);
    await expect(matching(project, async () => void (await call('operation.cancel', {})))).rejects.toThrow(
      'cancelled',
    );
    const { early, matchedAt } = await call('app.overview', {});
    expect([early, matchedAt]).toEqual([0, null]);
    expect((await allRows(call)).every(({ state }) => state === 'no-candidate')).toBe(true);
    expect((await call('match.run', {})).proposals).toBeGreaterThan(1_000);
  });
});
