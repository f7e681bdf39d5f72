import { describe, expect, test } from 'vitest';
import { Crew, LiveMatch, Pace } from '#app/match/index.ts';
import { noTeaching, type Teaching } from '#shared/matching.ts';
import type { Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { practiceSet } from '../../bench/practice-set.ts';
import { madeUp } from './made-up.ts';
import { account } from './records.ts';
import { sidesOf } from './sides.ts';

interface Records {
  readonly accounts: readonly Account[];
  readonly customers: readonly Customer[];
}

/** What a match tells early and in the end, and how far it was when it told the former. */
async function told({ accounts, customers }: Records, teaching: Teaching = noTeaching) {
  const sides = sidesOf(accounts, customers);
  const steps: string[] = [];
  let early: readonly Proposal[] = [];
  let before: string[] = [];
  const pace = new Pace({ progress: (step) => steps.push(step) });
  const { matched } = await LiveMatch.start(sides, new Crew(1), pace, {
    teaching,
    early(proposals) {
      early = proposals;
      before = [...steps];
    },
  });
  const final = new Map(
    Array.from(matched.open, (place) => matched.propose(place, 9)).map((one) => [one.accountId, one]),
  );
  return { early, final, before };
}

const topOf = (proposal: Proposal | undefined) => proposal?.candidates[0]?.customerId;

describe('the first proposals of a match', () => {
  test('are told before the others are compared, for accounts in the order of their source', async () => {
    const set = madeUp(900, 8);
    const turned = { ...set, accounts: set.accounts.toReversed() };
    const { early, before } = await told(turned);
    expect(before).not.toContain('Comparing');
    const rows = early.map(({ accountId }) => turned.accounts.findIndex(({ id }) => id === accountId));
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.at(-1)).toBeLessThan(200);
  });

  test('mostly stay what they are when the match is done', async () => {
    const { early, final } = await told(practiceSet(2026));
    const suggested = early.filter(({ state }) => state === 'suggested');
    const same = suggested.filter((one) => topOf(one) === topOf(final.get(one.accountId)));
    expect(suggested.length).toBeGreaterThan(80);
    expect(same.length / suggested.length).toBeGreaterThan(0.97);
  });

  test('name a rival that is far down the list', async () => {
    const set = madeUp(900, 8);
    const [first] = (await told(set)).early.filter(({ state }) => state === 'suggested');
    const twin = set.accounts.find(({ id }) => id === first?.accountId);
    if (twin === undefined) throw new Error('No account has a proposal');
    const copy = account('ZZ9', { ...twin, id: account('ZZ9', {}).id });
    const { early } = await told({ ...set, accounts: [...set.accounts, copy] });
    const now = early.find(({ accountId }) => accountId === twin.id);
    expect(now?.state).toBe('conflict');
    expect(now?.rivals).toMatchObject([{ kind: 'account', accountId: 'ZZ9' }]);
  });

  test('heed what was rejected', async () => {
    const set = madeUp(300, 8);
    const [first] = (await told(set)).early.filter(({ state }) => state === 'suggested');
    const [pair] = first?.candidates ?? [];
    if (pair === undefined) throw new Error('No account has a proposal');
    const { accountId, customerId } = pair;
    const { early } = await told(set, { ...noTeaching, rejected: [{ accountId, customerId }] });
    expect(topOf(early.find((one) => one.accountId === accountId))).not.toBe(customerId);
  });
});
