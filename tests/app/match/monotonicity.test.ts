import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainPair, match } from '#app/match/index.ts';
import type { Account, Customer } from '#shared/records.ts';
import { logOdds } from '../../../app/match/weigh.ts';
import { madeUp } from './made-up.ts';
import { address } from './records.ts';

const crowd = madeUp(300, 5);
const { model } = await match(crowd);

/** Values that nobody else has, given to both records of a pair besides what they have. */
const agreements = {
  phone: (a: Account, c: Customer) => [
    { ...a, otherPhones: [...a.otherPhones, '907 444 8181'] },
    { ...c, alternatePhone: '907 444 8181' },
  ],
  email: (a: Account, c: Customer) => [
    { ...a, emails: [...a.emails, 'wilhelmina@brandywine-annex.org'] },
    { ...c, email: `${c.email}; wilhelmina@brandywine-annex.org` },
  ],
  address: (a: Account, c: Customer) => {
    const shipping = address({
      street: '4711 Xylophone Parkway',
      city: 'Kalamazoo',
      region: 'MI',
      postalCode: '49001',
    });
    return [
      { ...a, shipping },
      { ...c, shipping },
    ];
  },
} as const satisfies Record<string, (a: Account, c: Customer) => readonly [Account, Customer]>;
const kinds = ['phone', 'email', 'address'] as const;

const place = fc.nat({ max: crowd.accounts.length - 1 });

function pairAt(one: number, other: number): readonly [Account, Customer] {
  const [a, c] = [crowd.accounts[one], crowd.customers[other]];
  if (a === undefined || c === undefined) throw new RangeError('No such record');
  return [a, c];
}

describe('agreeing evidence', () => {
  test.each(kinds)('of %s never lowers a pair that is explained', (kind) => {
    fc.assert(
      fc.property(place, place, fc.boolean(), (one, other, same) => {
        const pair = pairAt(one, same ? one : other);
        const before = explainPair(...pair, model);
        const after = explainPair(...agreements[kind](...pair), model);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
      { numRuns: 200 },
    );
  });

  test.each(kinds)('of %s never lowers a pair that is matched', async (kind) => {
    const before = new Map((await match(crowd)).proposals.map((proposal) => [proposal.accountId, proposal]));
    for (const at of [3, 40, 77, 120, 199, 240]) {
      const [a, c] = pairAt(at, at);
      const [one, other] = agreements[kind](a, c);
      const { proposals } = await match({
        accounts: crowd.accounts.with(at, one),
        customers: crowd.customers.with(at, other),
      });
      const scoreIn = (proposal: (typeof proposals)[number] | undefined): number =>
        proposal?.candidates.find(({ customerId }) => customerId === c.id)?.score ?? 0;
      const after = scoreIn(proposals.find(({ accountId }) => accountId === a.id));
      expect(after, `${a.name} and ${c.displayName}`).toBeGreaterThanOrEqual(scoreIn(before.get(a.id)));
    }
  });
});

test('every score is a probability, and its evidence adds up to it', () => {
  fc.assert(
    fc.property(place, place, (one, other) => {
      const { score, evidence } = explainPair(...pairAt(one, other), model);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      const bits = evidence.reduce((sum, { bits }) => sum + bits, 0);
      expect(bits).toBeCloseTo(logOdds(score), 2);
    }),
  );
});
