import { beforeAll, describe, expect, test } from 'vitest';
import {
  comparePairs,
  describePair,
  explainPair,
  type MatchResult,
  match,
  readingModel,
  storedModel,
} from '#app/match/index.ts';
import type { Evidence, Pair } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { logOdds } from '../../../app/match/weigh.ts';
import { readLinkageSet } from '../../bench/linkage-set.ts';
import { account, address, customer } from './records.ts';

const set = readLinkageSet('chicago_ece_cps_x_find');
let result: MatchResult;
beforeAll(async () => {
  result = await match(set);
});

/** Every candidate of the match with its records. */
function* candidates(): Generator<Pair & { readonly one: Account; readonly other: Customer }> {
  const accounts = new Map(set.accounts.map((one) => [one.id, one]));
  const customers = new Map(set.customers.map((one) => [one.id, one]));
  for (const pair of result.proposals.flatMap((proposal) => proposal.candidates)) {
    const [one, other] = [accounts.get(pair.accountId), customers.get(pair.customerId)];
    if (one === undefined || other === undefined) throw new Error('A candidate is no record');
    yield { ...pair, one, other };
  }
}

const withoutValues = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.map((one) => ({ ...one, accountValue: '', customerValue: '' }));

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
    const model = storedModel(JSON.parse(JSON.stringify(result.model)));
    if (model === null) throw new Error('The model was not stored');
    for (const { evidence, one, other } of candidates()) {
      const then = evidence.filter(({ field }) => field !== 'competition');
      expect(withoutValues(explainPair(one, other, model).evidence)).toEqual(then);
    }
  });

  test('has the score that it had in the match, where that is given', () => {
    for (const { score, one, other } of candidates()) {
      const explained = explainPair(one, other, result.model, score);
      expect(explained.score).toBeCloseTo(score, 9);
      const bits = explained.evidence.reduce((sum, { bits }) => sum + bits, 0);
      expect(Math.abs(bits - logOdds(score))).toBeLessThan(0.01);
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

describe('a described pair', () => {
  test('keeps every number of the match and has both values of each comparison', () => {
    let shown = 0;
    for (const { one, other, ...pair } of candidates()) {
      const described = describePair(pair, one, other, result.model);
      expect({ ...described, evidence: withoutValues(described.evidence) }).toEqual(pair);
      for (const { field, level, accountValue, customerValue } of described.evidence) {
        if (field === 'prior' || field === 'competition' || level === 'missing') continue;
        expect(accountValue, `${field} ${level}`).not.toBe('');
        expect(customerValue, `${field} ${level}`).not.toBe('');
        shown += 1;
      }
    }
    expect(shown).toBeGreaterThan(1000);
  });

  test('shows the numbers of the match even where another model would give others', () => {
    const [first] = candidates();
    if (first === undefined) throw new Error('Nothing was proposed');
    const { one, other, ...pair } = first;
    const evidence = pair.evidence.map((entry) => ({
      ...entry,
      bits: entry.bits + 0.25,
      label: 'As it was',
    }));
    const described = describePair({ ...pair, evidence }, one, other, result.model);
    expect(withoutValues(described.evidence)).toEqual(evidence);
    expect(described.evidence.map(({ accountValue }) => accountValue)).toContain(one.name);
  });

  test('shows street and place apart', () => {
    const billing = address({
      street: '12 Quimby Road\nSuite 4',
      city: 'Zephyrville',
      region: 'IL',
      country: 'US',
    });
    const [one, other] = [
      account('A', { name: 'Quimby', billing }),
      customer('1', { displayName: 'Quimby', shipping: billing }),
    ];
    const addresses = explainPair(one, other, result.model).evidence.filter(
      ({ field }) => field === 'address',
    );
    expect(addresses).toMatchObject([
      { accountValue: '12 Quimby Road, Suite 4', customerValue: '12 Quimby Road, Suite 4' },
      { accountValue: 'Zephyrville, IL, US', customerValue: 'Zephyrville, IL, US' },
    ]);
  });

  test('of records that changed since keeps the evidence as it was', () => {
    const [pair] = result.proposals.flatMap(({ candidates: [first] }) => first ?? []);
    if (pair === undefined) throw new Error('Nothing was proposed');
    const described = describePair(
      pair,
      account(pair.accountId, {}),
      customer(pair.customerId, {}),
      result.model,
    );
    expect({ ...described, evidence: withoutValues(described.evidence) }).toEqual(pair);
  });
});

test('many pairs compared at once give what each gives alone', () => {
  const { model } = result;
  const pairs = set.accounts
    .slice(0, 20)
    .flatMap((one) => set.customers.slice(0, 60).map((other) => [one, other] as const));
  const alone = pairs.map(([one, other]) => {
    const { evidence: _, ...pair } = explainPair(one, other, model);
    return pair;
  });
  expect(comparePairs(pairs, model)).toEqual(alone);
  expect(comparePairs(pairs.toReversed(), model)).toEqual(alone.toReversed());
  expect(comparePairs([], model)).toEqual([]);
});

describe('a model read in small steps', () => {
  const readInSteps = (stored: unknown) => {
    const reading = readingModel(stored);
    let read = reading.next();
    while (!read.done) read = reading.next();
    return read.value;
  };

  test('explains as one that is read at once', () => {
    const stored = JSON.parse(JSON.stringify(result.model));
    const [inSteps, atOnce] = [readInSteps(stored), storedModel(stored)];
    expect(inSteps).toEqual(atOnce);
    const [one, other] = [set.accounts[0], set.customers[0]];
    if (inSteps === null || atOnce === null || one === undefined || other === undefined)
      throw new Error('There is nothing to explain');
    expect(explainPair(one, other, inSteps)).toEqual(explainPair(one, other, atOnce));
  });

  test('is none where it is something else', () => {
    const stored = JSON.parse(JSON.stringify(result.model));
    expect(readInSteps(null)).toBeNull();
    expect(readInSteps({ ...stored, version: 0 })).toBeNull();
    expect(readInSteps({ ...stored, counts: { ...stored.counts, word: [['acme', 'many']] } })).toBeNull();
  });
});
