import { beforeAll, describe, expect, test } from 'vitest';
import { explainPair, type MatchResult, match, parseModel } from '#app/match/index.ts';
import type { Account, Customer } from '#shared/records.ts';
import { logOdds } from '../../../app/match/weigh.ts';
import { readLinkageSet } from '../../bench/linkage-set.ts';
import { account, address, customer } from './records.ts';

const set = readLinkageSet('chicago_ece_cps_x_find');
let result: MatchResult;
beforeAll(async () => {
  result = await match(set);
});

describe('the evidence of a proposed pair', () => {
  test('begins with the prior and adds up to the score', () => {
    const pairs = result.proposals.flatMap(({ candidates }) => candidates);
    expect(pairs.length).toBeGreaterThan(400);
    for (const { score, evidence } of pairs) {
      expect(evidence[0]?.field).toBe('prior');
      const bits = evidence.reduce((sum, one) => sum + one.bits, 0);
      expect(Math.abs(bits - logOdds(score))).toBeLessThan(0.01);
    }
  });

  test('ends with the competition only where rivals lowered the score', () => {
    const competition = result.proposals
      .flatMap(({ candidates }) => candidates)
      .flatMap(({ evidence }) => evidence.filter(({ field }) => field === 'competition'));
    expect(competition.length).toBeGreaterThan(0);
    for (const { bits } of competition) expect(bits).toBeLessThan(0);
  });
});

describe('any pair explained later', () => {
  test('weighs what it weighed in the match, from a model that was stored as JSON', () => {
    const model = parseModel(JSON.parse(JSON.stringify(result.model)));
    const accounts = new Map(set.accounts.map((one) => [one.id as string, one]));
    const customers = new Map(set.customers.map((one) => [one.id as string, one]));
    for (const { candidates } of result.proposals) {
      for (const { accountId, customerId, evidence } of candidates) {
        const one = accounts.get(accountId);
        const other = customers.get(customerId);
        if (one === undefined || other === undefined) throw new Error('A candidate is no record');
        const then = evidence.filter(({ field }) => field !== 'competition');
        expect(explainPair(one, other, model).evidence).toEqual(then);
      }
    }
  });

  test('has a label for each comparison and both values as written', () => {
    const one = account('A', { name: 'Quimby Optics', phone: '(312) 555-0123', emails: ['Jo@Quimby.com'] });
    const other = customer('1', { displayName: 'QUIMBY OPTICS', phone: '312.555.0123', active: false });
    expect(explainPair(one, other, result.model)).toMatchObject({
      accountId: 'A',
      customerId: '1',
      reason: 'Name and phone agree',
      evidence: [
        { field: 'prior', level: 'inactive', label: 'Before comparing; the customer is inactive' },
        { field: 'name', level: 'same', accountValue: 'Quimby Optics', customerValue: 'QUIMBY OPTICS' },
        { field: 'email', level: 'missing', bits: 0, accountValue: 'jo@quimby.com', customerValue: '' },
        { field: 'phone', level: 'same', accountValue: '(312) 555-0123', customerValue: '312.555.0123' },
        { field: 'website', level: 'missing', bits: 0 },
      ],
    });
  });
});

describe('evidence that agrees', () => {
  const here = address({
    street: '12 Quimby Road',
    city: 'Zephyrville',
    region: 'IL',
    postalCode: '60612',
    country: 'US',
  });
  const fields: readonly [string, Partial<Account>, Partial<Customer>][] = [
    ['name', { name: 'Quimby Optics' }, { displayName: 'Quimby Optics' }],
    ['phone', { phone: '312 555 0123' }, { phone: '312 555 0123' }],
    ['email', { emails: ['jo@quimbyoptics.com'] }, { email: 'jo@quimbyoptics.com' }],
    ['website', { website: 'quimbyoptics.com' }, { website: 'www.quimbyoptics.com' }],
    ['address', { billing: here }, { billing: here }],
  ];

  test('never lowers a pair, whatever is known already', () => {
    const total = (parts: typeof fields): number => {
      const one = account('A', Object.assign({}, ...parts.map(([, a]) => a)));
      const other = customer('1', Object.assign({}, ...parts.map(([, , c]) => c)));
      return explainPair(one, other, result.model).evidence.reduce((sum, { bits }) => sum + bits, 0);
    };
    for (let known = 0; known < 2 ** fields.length; known += 1) {
      const parts = fields.filter((_, index) => (known & (1 << index)) !== 0);
      for (const more of fields.filter((field) => !parts.includes(field))) {
        expect(
          total([...parts, more]),
          `${parts.map(([field]) => field)} and ${more[0]}`,
        ).toBeGreaterThanOrEqual(total(parts) - 1e-9);
      }
    }
  });
});

test('what is no model is refused', () => {
  expect(() => parseModel({ version: 2 })).toThrow(expect.objectContaining({ code: 'input-invalid' }));
});
