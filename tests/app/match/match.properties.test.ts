import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MatchInput, match } from '#app/match/index.ts';
import { Proposal } from '#shared/pairs.ts';
import { logOdds } from '../../../app/match/weigh.ts';
import { madeUp } from './made-up.ts';
import { account, address, customer } from './records.ts';

/** Few values, so that records agree, tie and contradict one another often. */
const name = fc.constantFrom(
  'Acme Plumbing',
  'ACME PLUMBING LLC',
  'Acme',
  'Smith, John',
  'Jon Smith',
  'Quimby Optics',
  '',
  '東京商事',
  '🍕',
);
const phone = fc.constantFrom('', '312 555 0123', '(312) 555-0123 x4', '5550123', '415 222 7777');
const email = fc.constantFrom(
  '',
  'jo@acme.com',
  'JO@acme.com; ap@acme.com',
  'john@gmail.com',
  'info@quimby.org',
);
const place = fc.constantFrom(
  address({}),
  address({ street: '12 Oak St', city: 'Salem', region: 'OR', postalCode: '97301' }),
  address({ street: '14 Oak Street', city: 'Salem', region: 'Oregon', postalCode: '97301-1234' }),
  address({ street: 'PO Box 12', city: 'Boston', region: 'MA', postalCode: '2119' }),
);

const input: fc.Arbitrary<MatchInput> = fc
  .record({
    accounts: fc.array(fc.tuple(name, phone, email, place, fc.constantFrom('', '0', '404')), {
      maxLength: 9,
    }),
    customers: fc.array(fc.tuple(name, phone, email, place, fc.boolean()), { maxLength: 9 }),
  })
  .map(({ accounts, customers }) => ({
    accounts: accounts.map(([text, number, mail, where, linkedCustomerId], at) =>
      account(`A${at}`, {
        name: text,
        phone: number,
        emails: mail === '' ? [] : [mail],
        billing: where,
        linkedCustomerId,
      }),
    ),
    customers: customers.map(([text, number, mail, where, active], at) =>
      customer(`${at}`, { displayName: text, phone: number, email: mail, billing: where, active }),
    ),
  }));

const runs = { numRuns: 60 };

describe('whatever the records', () => {
  test('proposals are well formed, one for each account that is not linked', async () => {
    await fc.assert(
      fc.asyncProperty(input, async (records) => {
        const { proposals } = await match(records);
        const ids = new Set<string>(records.customers.map(({ id }) => id));
        const open = records.accounts.filter(({ linkedCustomerId }) => !ids.has(linkedCustomerId));
        expect(proposals.map(({ accountId }) => accountId)).toEqual(open.map(({ id }) => id));
        for (const proposal of proposals) {
          expect(Proposal.parse(proposal)).toEqual(proposal);
          expect(proposal.candidates.length).toBeLessThanOrEqual(9);
          expect(proposal.reason).not.toBe('');
          expect(proposal.rivals.length > 0).toBe(proposal.state === 'conflict');
        }
      }),
      runs,
    );
  });

  test('no customer is suggested twice, nor one that is linked', async () => {
    await fc.assert(
      fc.asyncProperty(input, async (records) => {
        const { proposals } = await match(records);
        const linked = new Set<string>(records.accounts.map(({ linkedCustomerId }) => linkedCustomerId));
        const suggested = proposals
          .filter(({ state }) => state === 'suggested')
          .flatMap(({ candidates }) => candidates[0]?.customerId ?? []);
        expect(new Set(suggested).size).toBe(suggested.length);
        for (const { candidates } of proposals) {
          for (const { customerId } of candidates) expect(linked.has(customerId)).toBe(false);
        }
      }),
      runs,
    );
  });

  test('the bits of every pair add up to its score', async () => {
    await fc.assert(
      fc.asyncProperty(input, async (records) => {
        const { proposals } = await match(records);
        for (const { score, evidence } of proposals.flatMap(({ candidates }) => candidates)) {
          expect(evidence.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(logOdds(score), 2);
        }
      }),
      runs,
    );
  });

  test('the order of the rows changes nothing, nor does a second run', async () => {
    await fc.assert(
      fc.asyncProperty(input, async (records) => {
        const turned = { accounts: records.accounts.toReversed(), customers: records.customers.toReversed() };
        const [first, again, other] = [await match(records), await match(records), await match(turned)];
        expect(again.proposals).toEqual(first.proposals);
        expect(again.model).toEqual(first.model);
        expect(other.proposals.toReversed()).toEqual(first.proposals);
        expect(other.model).toEqual(first.model);
      }),
      runs,
    );
  });
});

describe('of fifteen hundred made-up businesses', () => {
  const records = madeUp(1500, 11);

  test('the order of the rows changes nothing but the order', async () => {
    const sorted = {
      accounts: records.accounts.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      customers: records.customers.toReversed(),
    };
    const [first, other] = [await match(records), await match(sorted)];
    expect(other.model).toEqual(first.model);
    const found = new Map(other.proposals.map((proposal) => [proposal.accountId, proposal]));
    expect(first.proposals.map(({ accountId }) => found.get(accountId))).toEqual(first.proposals);
    expect(other.proposals.map(({ accountId }) => accountId)).toEqual(sorted.accounts.map(({ id }) => id));
  });

  test('no customer is suggested twice, and every score is a probability', async () => {
    const { proposals } = await match(records);
    const suggested = proposals
      .filter(({ state }) => state === 'suggested')
      .map(({ candidates: [first] }) => first?.customerId);
    expect(suggested.length).toBeGreaterThan(700);
    expect(new Set(suggested).size).toBe(suggested.length);
    for (const { score, evidence } of proposals.flatMap(({ candidates }) => candidates)) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
      expect(evidence.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(logOdds(score), 2);
    }
  });
});
