import { describe, expect, test } from 'vitest';
import { type MatchResult, match } from '#app/match/index.ts';
import type { Account, Customer } from '#shared/records.ts';
import { account, address, customer } from './records.ts';

const accounts = (count: number, of: (at: number) => Partial<Account>): Account[] =>
  Array.from({ length: count }, (_, at) => account(`A${at}`, of(at)));
const customers = (count: number, of: (at: number) => Partial<Customer>): Customer[] =>
  Array.from({ length: count }, (_, at) => customer(`${at}`, of(at)));
const states = ({ proposals }: MatchResult): string[] => [...new Set(proposals.map(({ state }) => state))];

/** All pairs of two sides of this size would be a million comparisons, far beyond the runner's time limit in all. */
const many = 1000;

describe('files that have gone wrong', () => {
  test('one name for everybody links nobody', async () => {
    const name = 'Acme Plumbing';
    const result = await match({
      accounts: accounts(many, () => ({ name })),
      customers: customers(many, () => ({ displayName: name })),
    });
    expect(states(result)).not.toContain('suggested');
  });

  test('five thousand copies of one customer are a conflict of some of them', async () => {
    const phone = '312 555 0123';
    const result = await match({
      accounts: accounts(1, () => ({ name: 'Quimby', phone })),
      customers: customers(5000, () => ({ displayName: 'Quimby', phone })),
    });
    const [proposal] = result.proposals;
    expect(proposal?.state).toBe('conflict');
    expect(proposal?.candidates.length).toBe(9);
    expect(proposal?.rivals.length).toBeGreaterThan(5);
  });

  test('copies on both sides are conflicts, with the rivals counted only so far', async () => {
    const fields = { phone: '312 555 0123' };
    const result = await match({
      accounts: accounts(many, () => ({ ...fields, name: 'Quimby', emails: ['a@quimby.com'] })),
      customers: customers(many, () => ({ ...fields, displayName: 'Quimby', email: 'a@quimby.com' })),
    });
    expect(states(result)).toEqual(['conflict']);
    for (const { rivals } of result.proposals) expect(rivals.length).toBeLessThanOrEqual(40);
  });

  test('a word that stands in every name hides nobody', async () => {
    const result = await match({
      accounts: accounts(many, (at) => ({ name: `Acme Zq${at.toString(36)}vex` })),
      customers: customers(many, (at) => ({ displayName: `Acme Zq${at.toString(36)}vex` })),
    });
    const right = result.proposals.filter(
      ({ accountId, candidates: [first] }) => accountId === `A${first?.customerId}`,
    );
    expect(right.length).toBeGreaterThan(0.98 * many);
  });

  test('everybody in one house is nobody in particular', async () => {
    const billing = address({ street: '1 Main St', city: 'Springfield', region: 'IL', postalCode: '62701' });
    const result = await match({
      accounts: accounts(many, (at) => ({ name: `Vexor${at}`, billing })),
      customers: customers(many, (at) => ({ displayName: `Mundo${at}`, billing })),
    });
    expect(states(result)).toEqual(['no-candidate']);
  });

  test.each([
    ['words', (at: number) => `word${at} `.repeat(2000)],
    ['letters', (at: number) => `${at}${'x'.repeat(10_000)}`],
    ['blanks', (at: number) => `Acme${' '.repeat(10_000)}${at}`],
    ['brackets', (at: number) => `Quimby${at} ${'('.repeat(10_000)}`],
  ])('names of ten thousand characters, all %s, are read to a point', async (_, text) => {
    const result = await match({
      accounts: accounts(20, (at) => ({ name: text(at) })),
      customers: customers(20, (at) => ({ displayName: text(at) })),
    });
    expect(result.proposals).toHaveLength(20);
  });

  test('two hundred e-mail addresses of one account are read to a point', async () => {
    const emails = (at: number): string[] => Array.from({ length: 200 }, (_, of) => `p${of}@co${at}.com`);
    const result = await match({
      accounts: accounts(50, (at) => ({ name: `Vexor${at}`, emails: emails(at) })),
      customers: customers(50, (at) => ({ displayName: `Mundo${at}`, email: `p3@co${at}.com` })),
    });
    expect(result.proposals).toHaveLength(50);
  });
});

describe('columns that are missing', () => {
  const word = (at: number): string => `Zq${at.toString(36)}vex Trading`;
  const number = (at: number): string => `312 555 ${String(1000 + at)}`;
  const right = ({ proposals }: MatchResult): number =>
    proposals.filter(
      ({ accountId, state, candidates: [first] }) =>
        state === 'suggested' && accountId === `A${first?.customerId}`,
    ).length;

  test('no phone anywhere', async () => {
    const result = await match({
      accounts: accounts(200, (at) => ({ name: word(at), emails: [`a${at}@zq${at}.com`] })),
      customers: customers(200, (at) => ({ displayName: word(at), email: `a${at}@zq${at}.com` })),
    });
    expect(right(result)).toBe(200);
  });

  test('no e-mail anywhere', async () => {
    const result = await match({
      accounts: accounts(200, (at) => ({ name: word(at), phone: number(at) })),
      customers: customers(200, (at) => ({ displayName: word(at), phone: number(at) })),
    });
    expect(right(result)).toBe(200);
  });

  test('names only are enough to suggest and never to be certain', async () => {
    const result = await match({
      accounts: accounts(200, (at) => ({ name: word(at) })),
      customers: customers(200, (at) => ({ displayName: word(at) })),
    });
    expect(right(result)).toBeGreaterThan(190);
    for (const { band } of result.proposals.flatMap(({ candidates }) => candidates))
      expect(band).not.toBe('certain');
  });

  test('a phone on one side only and an e-mail on the other only', async () => {
    const result = await match({
      accounts: accounts(50, (at) => ({ name: word(at), phone: number(at) })),
      customers: customers(50, (at) => ({ displayName: word(at), email: `a${at}@gmail.com` })),
    });
    expect(right(result)).toBeGreaterThan(45);
  });
});

describe('ids', () => {
  test.each([
    ['numbers', ['1', '01', '1.0', '1e0']],
    ['dates', ['2024-01-02', '02/01/2024', 'Jan 2', '20240102']],
    ['properties', ['__proto__', 'constructor', 'toString', 'length']],
    ['other scripts', ['東京', '🍕', 'é', 'e\u0301']],
  ])('that look like %s are texts', async (_, ids) => {
    const names = ['Quimby Optics', 'Zwick Foundry', 'Brandywine Bakery', 'Vexor Dental'];
    const { proposals } = await match({
      accounts: ids.map((id, at) => account(id, { name: names[at] ?? '', phone: `312 555 111${at}` })),
      customers: ids.map((id, at) =>
        customer(id, { displayName: names[at] ?? '', phone: `312 555 111${at}` }),
      ),
    });
    expect(proposals.map(({ accountId }) => accountId)).toEqual(ids);
    expect(proposals.map(({ candidates: [first] }) => first?.customerId)).toEqual(ids);
  });

  test('that look alike link nobody to another', async () => {
    const { proposals } = await match({
      accounts: [account('A', { name: 'Quimby', linkedCustomerId: '01' })],
      customers: [customer('1', { displayName: 'Zwick' })],
    });
    expect(proposals).toHaveLength(1);
  });
});

test('where all accounts are linked there is nothing to propose', async () => {
  const { proposals, model } = await match({
    accounts: accounts(many, (at) => ({ name: `Vexor${at}`, linkedCustomerId: `${at}` })),
    customers: customers(many, (at) => ({ displayName: `Vexor${at}` })),
  });
  expect(proposals).toEqual([]);
  expect(model).toMatchObject({ accounts: 0, customers: 0 });
});

describe('sides that are empty', () => {
  test('both', async () => {
    expect((await match({ accounts: [], customers: [] })).proposals).toEqual([]);
  });

  test('no accounts', async () => {
    expect(
      (await match({ accounts: [], customers: customers(3, () => ({ displayName: 'Acme' })) })).proposals,
    ).toEqual([]);
  });

  test('no customers', async () => {
    expect(states(await match({ accounts: accounts(3, () => ({ name: 'Acme' })), customers: [] }))).toEqual([
      'no-candidate',
    ]);
  });

  test('records without any value', async () => {
    const result = await match({ accounts: accounts(50, () => ({})), customers: customers(50, () => ({})) });
    expect(states(result)).toEqual(['no-candidate']);
  });
});

describe('text of any kind', () => {
  test.each([
    ['emoji', '🍕🏠👩‍👩‍👧', '🍕🏠👩‍👩‍👧'],
    ['Arabic', 'شركة النور', 'شركة النور'],
    ['Hebrew', 'חברת האור', 'חברת האור'],
    ['Chinese', '東京商事株式会社', '東京商事株式会社'],
    ['a lone surrogate', 'Quimby\ud83c', 'Quimby\udf55'],
    ['a direction mark', '\u202eQuimby\u202c', 'Quimby'],
    ['a name like a property', '__proto__', 'constructor'],
    ['NUL', 'Quimby\u0000Optics', 'Quimby Optics'],
  ])('%s is taken as it is', async (_, name, displayName) => {
    const result = await match({
      accounts: [account('A', { name }), account('B', { name: 'Zwick' })],
      customers: [customer('1', { displayName }), customer('2', { displayName: 'Zwick' })],
    });
    expect(result.proposals).toHaveLength(2);
    expect(JSON.parse(JSON.stringify(result.model))).toEqual(result.model);
  });

  test('a name in another script finds its like', async () => {
    const result = await match({
      accounts: [account('A', { name: '東京商事', phone: '+81 3 1234 5678' })],
      customers: [
        customer('1', {
          displayName: '東京商事',
          phone: '03-1234-5678',
          billing: address({ country: 'Japan' }),
        }),
      ],
    });
    expect(result.proposals).toMatchObject([{ state: 'suggested', candidates: [{ customerId: '1' }] }]);
  });
});
