import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noOtherNames } from '#shared/other-names.ts';
import type { Account } from '#shared/records.ts';
import { atOnce } from '#shared/steps.ts';
import {
  creationsOf,
  fingerprintOfCreations,
  NameSpace,
  readyOf,
} from '../../../../app/write/create-in-quickbooks/index.ts';
import { nameKey } from '../../../../app/write/create-in-quickbooks/name-space.ts';
import type { CreatePlanInput } from '../../../../app/write/create-in-quickbooks/plan.ts';
import { aCustomer, accountId, anAccount, customerId } from '../../../support/records.ts';

function planOf(
  accounts: readonly Account[],
  more: Partial<CreatePlanInput> = {},
  taken: readonly string[] = [],
) {
  return atOnce(
    creationsOf({
      accounts: accounts.map((account) => ({ account, decisionSeq: 1 })),
      edits: new Map(),
      template: new Map(),
      names: atOnce(
        NameSpace.reading(
          taken.map((displayName, n) => aCustomer(n + 1, { displayName })),
          noOtherNames,
        ),
      ),
      namesRead: true,
      duplicatesOf: () => [],
      latest: new Map(),
      ...more,
    }),
  );
}

describe('the customers to be created', () => {
  test('are told with what was done to each field', () => {
    const [one] = planOf([anAccount(1, { name: 'A:B', resaleNumber: 'x'.repeat(20) })]).customers;
    expect(one?.fields.displayName).toBe('A - B');
    expect(one?.changes).toContainEqual({ field: 'displayName', message: 'colon replaced' });
    expect(one?.changes).toContainEqual({ field: 'resaleNumber', message: 'shortened to 16 characters' });
  });

  test('two accounts of one name within a run: the first has it, the second is offered another', () => {
    const accounts = [
      anAccount(2, { name: 'ACME' }),
      anAccount(1, { name: 'Acme' }),
      anAccount(3, { name: 'acme ' }),
    ];
    const plan = planOf(accounts);
    expect(readyOf(plan)).toHaveLength(1);
    const offered = plan.customers.flatMap(({ clash }) => (clash === null ? [] : [nameKey(clash.offered)]));
    expect(new Set(offered).size).toBe(2);
  });

  test('what a person wrote into a field counts, is made to fit too, and settles a clash', () => {
    const edits = new Map([[accountId(1), { displayName: 'Acme: West' }]]);
    const [one] = planOf([anAccount(1, { name: 'Acme' })], { edits }, ['Acme']).customers;
    expect(one).toMatchObject({
      clash: null,
      edited: ['displayName'],
      fields: { displayName: 'Acme - West', companyName: 'Acme' },
    });
  });

  test('clashes stand first, then likely duplicates', () => {
    const duplicate = {
      id: customerId(5),
      name: 'C',
      active: false,
      score: 0.92,
      band: 'likely',
      heldBy: '',
    } as const;
    const plan = planOf(
      [anAccount(1, { name: 'A' }), anAccount(2, { name: 'B' }), anAccount(3, { name: 'C' })],
      { duplicatesOf: (id) => (id === accountId(2) ? [duplicate] : []) },
      ['C'],
    );
    expect(plan.customers.map(({ accountName }) => accountName)).toEqual(['C', 'B', 'A']);
    expect(plan.customers[1]?.warnings).toEqual(['likely-duplicate']);
  });

  test('who pays no tax without a reason, and names that were not read, are warned of', () => {
    const [one] = planOf([anAccount(1, { taxable: false })], { namesRead: false }).customers;
    expect(one?.warnings).toEqual(['names-not-read', 'exempt-without-reason']);
  });

  test('an account that carries a broken id, or has no name, is left out and says why', () => {
    const plan = planOf([anAccount(1, { linkedCustomerId: '77' }), anAccount(2, { name: ' : ' })]);
    expect(plan.customers).toEqual([]);
    expect(plan.blocked.map(({ message }) => message)).toEqual([
      expect.stringContaining('carries id 77'),
      expect.stringContaining('no name'),
    ]);
  });

  test('the fingerprint changes with what would be sent, and with nothing else', () => {
    const print = (accounts: readonly Account[], ids = ['o', 'r']) =>
      atOnce(fingerprintOfCreations(planOf(accounts), ids));
    const before = print([anAccount(1)]);
    expect(print([anAccount(1)])).toBe(before);
    expect(print([anAccount(1, { phone: '1' })])).not.toBe(before);
    expect(print([anAccount(1)], ['o', 'other'])).not.toBe(before);
  });
});

test('whatever the names are, those that are created are free and no two are one; so are those that are offered', () => {
  const name = fc.constantFrom(
    'Acme',
    'acme',
    'ACME  Ltd',
    'Acme Ltd',
    'A & B',
    'A&B',
    'Acme (2)',
    'Acme (Tacoma)',
  );
  const account = fc.tuple(name, fc.constantFrom('', 'Tacoma', 'a:b'));
  fc.assert(
    fc.property(fc.array(account, { maxLength: 8 }), fc.array(name, { maxLength: 4 }), (given, taken) => {
      const accounts = given.map(([text, city], n) =>
        anAccount(n + 1, { name: text, billing: { ...anAccount(1).billing, city } }),
      );
      const plan = planOf(accounts, {}, taken);
      const names = plan.customers.map(({ clash, fields }) => nameKey(clash?.offered ?? fields.displayName));
      expect(new Set([...names, ...taken.map(nameKey)]).size).toBe(
        names.length + new Set(taken.map(nameKey)).size,
      );
      const edits = new Map(
        plan.customers.flatMap(({ accountId, clash }) =>
          clash === null ? [] : [[accountId, { displayName: clash.offered }] as const],
        ),
      );
      expect(readyOf(planOf(accounts, { edits }, taken))).toHaveLength(accounts.length);
    }),
  );
});
