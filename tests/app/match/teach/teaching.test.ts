import { describe, expect, test } from 'vitest';
import { match } from '#app/match/index.ts';
import { noTeaching, type Teaching } from '#shared/matching.ts';
import type { Pair, Proposal } from '#shared/pairs.ts';
import { type LinkageSet, pairKey, readLinkageSet } from '../../../bench/linkage-set.ts';
import { account, customer } from '../records.ts';

const chicago = readLinkageSet('chicago_ece_cps_x_find');
const isRight = ({ truth }: LinkageSet, { accountId, customerId }: Pair): boolean =>
  truth.has(pairKey(accountId, customerId));
const firsts = (proposals: readonly Proposal[]): Pair[] =>
  proposals.flatMap(({ state, candidates: [first] }) => (state === 'suggested' && first ? [first] : []));

/** The decisions of a person who looks at proposals from all over the list, and is always right. */
function decisionsOn(set: LinkageSet, proposals: readonly Proposal[], count: number): Teaching {
  const all = firsts(proposals);
  const step = Math.floor(all.length / count);
  const looked = all.filter((_, index) => index % step === 0).slice(0, count);
  return {
    ...noTeaching,
    confirmed: looked.filter((pair) => isRight(set, pair)),
    rejected: looked.filter((pair) => !isRight(set, pair)),
  };
}

describe('a hundred decisions', () => {
  test('make the proposals that nobody decided visibly better', async () => {
    const before = await match(chicago);
    const teaching = decisionsOn(chicago, before.proposals, 100);
    const after = await match({ ...chicago, teaching });
    const decided = new Set([...teaching.confirmed, ...teaching.rejected].map(({ accountId }) => accountId));
    const wrongAmong = (proposals: readonly Proposal[]): number =>
      firsts(proposals).filter(
        (pair) => !decided.has(pair.accountId) && pair.score >= 0.5 && !isRight(chicago, pair),
      ).length;
    const rightAmong = (proposals: readonly Proposal[]): number =>
      firsts(proposals).filter(
        (pair) => !decided.has(pair.accountId) && pair.score >= 0.5 && isRight(chicago, pair),
      ).length;
    expect(wrongAmong(after.proposals)).toBeLessThan(wrongAmong(before.proposals) * 0.8);
    expect(rightAmong(after.proposals)).toBeGreaterThan(rightAmong(before.proposals) * 0.98);
  });

  test('are told of in a lesson, and stand', async () => {
    const { proposals } = await match(chicago);
    const teaching = decisionsOn(chicago, proposals, 100);
    const { proposals: after, lesson } = await match({ ...chicago, teaching });
    expect(lesson).toMatchObject({
      confirmed: teaching.confirmed.length,
      rejected: teaching.rejected.length,
    });
    expect(lesson?.changes.length).toBeGreaterThan(0);
    const byAccount = new Map(after.map((proposal) => [proposal.accountId, proposal]));
    for (const { accountId, customerId } of teaching.confirmed) {
      expect(byAccount.get(accountId)?.candidates[0]?.customerId).toBe(customerId);
    }
    for (const { accountId, customerId } of teaching.rejected) {
      expect(byAccount.get(accountId)?.candidates.map((pair) => pair.customerId)).not.toContain(customerId);
    }
  });
});

describe('without decisions', () => {
  test('there is no lesson', async () => {
    const { lesson } = await match({ accounts: [account('A', { name: 'Acme' })], customers: [] });
    expect(lesson).toBeNull();
  });

  test('decisions on records that are gone change nothing', async () => {
    const { proposals } = await match(chicago);
    const [first] = firsts(proposals);
    if (first === undefined) throw new Error('No proposal to decide on');
    const accounts = chicago.accounts.filter(({ id }) => id !== first.accountId);
    const told = await match({ ...chicago, accounts, teaching: { ...noTeaching, rejected: [first] } });
    const untold = await match({ ...chicago, accounts });
    expect(told.proposals).toEqual(untold.proposals);
    expect(told.lesson).toBeNull();
  });
});

describe('a confirmed pair that no search found', () => {
  test('stands, and nobody else is offered its customer', async () => {
    const accounts = [
      account('A1', { name: 'Quimby Boatyard', phone: '312-555-0100' }),
      account('A2', { name: 'Zwick Optics' }),
    ];
    const customers = [customer('C1', { displayName: 'Quimby Boatyard', phone: '312-555-0100' })];
    const [a2, c1] = [accounts[1], customers[0]];
    if (a2 === undefined || c1 === undefined) throw new Error('No records');
    const confirmed = [{ accountId: a2.id, customerId: c1.id }];
    const { proposals } = await match({ accounts, customers, teaching: { ...noTeaching, confirmed } });
    expect(proposals[1]?.candidates[0]?.customerId).toBe('C1');
    expect(proposals[0]?.state).not.toBe('suggested');
  });
});

describe('a pin', () => {
  const accounts = [account('A1', { name: 'Quimby Boatyard', phone: '312-555-0100' })];
  const customers = [
    customer('C1', { displayName: 'Zwick Optics', phone: '+1 (312) 555-0100' }),
    ...Array.from({ length: 60 }, (_, index) => customer(`X${index}`, { displayName: `Vantrell ${index}` })),
  ];
  const phoneBits = async (teaching: Teaching): Promise<number> => {
    const { proposals } = await match({ accounts, customers, teaching });
    const evidence = proposals[0]?.candidates.find(({ customerId }) => customerId === 'C1')?.evidence;
    return evidence?.find(({ field }) => field === 'phone')?.bits ?? 0;
  };

  test('on a shared phone takes its weight away, however it is written', async () => {
    expect(await phoneBits(noTeaching)).toBeGreaterThan(3);
    const pins = [{ kind: 'phone', value: '3125550100', as: 'shared' } as const];
    expect(await phoneBits({ ...noTeaching, pins })).toBeLessThan(0.5);
  });

  test('on a good phone gives it its weight back where many names share it', async () => {
    const shared = Array.from({ length: 12 }, (_, index) =>
      customer(`S${index}`, { displayName: `Orbison ${index}`, phone: '312-555-0100' }),
    );
    const bits = async (pins: Teaching['pins']): Promise<number> => {
      const { proposals } = await match({
        accounts,
        customers: [...customers, ...shared],
        teaching: { ...noTeaching, pins },
      });
      const all = proposals[0]?.candidates.flatMap(({ evidence }) => evidence) ?? [];
      return Math.max(0, ...all.filter(({ field }) => field === 'phone').map((one) => one.bits));
    };
    const good = await bits([{ kind: 'phone', value: '312-555-0100', as: 'good' }]);
    expect(good).toBeGreaterThan((await bits([])) + 2);
  });
});

describe('sub-customers', () => {
  test('are left out where the policy says so', async () => {
    const accounts = [account('A1', { name: 'Quimby Boatyard North', phone: '312-555-0100' })];
    const customers = [
      customer('J1', {
        displayName: 'Quimby Boatyard North',
        phone: '312-555-0100',
        job: true,
        parentId: 'P',
      }),
    ];
    const policy = { subCustomers: false, severalAccounts: false };
    const { proposals } = await match({ accounts, customers, teaching: { ...noTeaching, policy } });
    expect(proposals[0]).toMatchObject({ state: 'no-candidate', candidates: [] });
  });
});
