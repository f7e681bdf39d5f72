import { describe, expect, test } from 'vitest';
import { Crew, type GroundRules, groundOf, LiveMatch, Pace } from '#app/match/index.ts';
import { noTeaching, type Teaching } from '#shared/matching.ts';
import { madeUp } from './made-up.ts';
import { sidesOf } from './sides.ts';

const { accounts, customers } = madeUp(300, 5);
// What one in twenty of them has, and a person says is one record's own.
const pinned: Teaching = {
  ...noTeaching,
  pins: [
    { kind: 'email', value: 'books@ledger.com', as: 'good' },
    { kind: 'phone', value: '312 555 0100', as: 'good' },
  ],
};
const usual = { known: null, early: true };

/** All that a match says, early and in the end, and the steps that it told while it went on. */
async function matched(teaching: Teaching, rules: GroundRules | null) {
  const sides = sidesOf(accounts, customers);
  const steps = new Set<string>();
  const ground = rules === null ? null : await groundOf(sides, new Pace({}), rules, usual);
  const early: unknown[] = [];
  const pace = new Pace({ progress: (step) => steps.add(step) });
  const { matched: found } = await LiveMatch.start(sides, new Crew(1), pace, {
    teaching,
    early: (proposals) => void early.push(...proposals),
    ground,
  });
  return { steps, said: { early, final: Array.from(found.open, (place) => found.propose(place, 9)) } };
}

describe('the ground of a match', () => {
  test.each([
    ['without pins', noTeaching],
    ['with pins', pinned],
  ])('laid before, %s, gives what the match gives that lays its own', async (_name, teaching) => {
    const own = await matched(teaching, null);
    const before = await matched(teaching, teaching);
    expect(own.said.early.length).toBeGreaterThan(50);
    expect(before.said).toEqual(own.said);
    expect(own.steps).toContain('Counting values');
    expect(before.steps).not.toContain('Counting values');
  });

  test('depends on the pins', async () => {
    const other = await matched(pinned, noTeaching);
    expect(other.said).not.toEqual((await matched(pinned, pinned)).said);
  });

  test('leaves out who takes no part', async () => {
    const [one] = customers;
    const [first, ...rest] = accounts;
    if (one === undefined || first === undefined) throw new Error('nobody is there');
    const sides = sidesOf([{ ...first, linkedCustomerId: one.id }, ...rest], customers);
    const { open, sizes } = await groundOf(sides, new Pace({}), noTeaching, usual);
    expect(open).toHaveLength(accounts.length - 1);
    expect(sizes).toEqual({ accounts: accounts.length - 1, customers: customers.length - 1 });
  });
});
