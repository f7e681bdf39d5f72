import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Changes,
  Crew,
  Gathering,
  LiveMatch,
  type MatchModel,
  Pace,
  usualCountry,
} from '#app/match/index.ts';
import { noTeaching, type Teaching } from '#shared/matching.ts';
import type { Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { practiceSet } from '../../../bench/practice-set.ts';
import { madeUp } from '../made-up.ts';
import { account, address, customer } from '../records.ts';

interface Records {
  readonly accounts: readonly Account[];
  readonly customers: readonly Customer[];
}

const nothing: Changes = { accounts: [], customers: [], goneAccounts: [], goneCustomers: [] };

async function started(
  { accounts, customers }: Records,
  known: MatchModel | null = null,
  teaching: Teaching = noTeaching,
) {
  const [left, right] = [new Gathering(), new Gathering()];
  const shared = new Gathering(left.vocabulary);
  for (const one of accounts) left.addAccount(one);
  for (const one of customers) shared.addCustomer(one);
  for (const one of customers) right.addCustomer(one);
  const country = known?.country ?? usualCountry(left.countries, right.countries);
  const sides = {
    accounts: left.side(country),
    customers: shared.side(country),
    vocabulary: left.vocabulary,
    country,
  };
  const { live, matched } = await LiveMatch.start(sides, new Crew(1), new Pace({}), { teaching, known });
  const proposals = Array.from(matched.open, (place) => matched.propose(place, 9));
  return { live, matched, proposals };
}

/** The competition of rivals stops when nothing moves more than this. */
const nearlyNothing = 2e-5;

/** What an update promises to keep: state, and the candidates with their scores. */
const gist = ({ state, candidates }: Proposal) => ({
  state,
  candidates: candidates.map(({ customerId }) => customerId).sort(),
});

const scoreOf = ({ candidates }: Proposal, customerId: string): number =>
  candidates.find((one) => one.customerId === customerId)?.score ?? Number.NaN;

const byAccount = (proposals: readonly Proposal[]) =>
  new Map<string, Proposal>(proposals.map((proposal) => [proposal.accountId, proposal]));

function changed({ accounts, customers }: Records, changes: Changes): Records {
  const after = <R extends { readonly id: string }>(
    all: readonly R[],
    fresh: readonly R[],
    gone: readonly string[],
  ): R[] => {
    const left = new Map<string, R>(all.map((one) => [one.id, one]));
    for (const id of gone) left.delete(id);
    for (const one of fresh) left.set(one.id, one);
    return [...left.values()];
  };
  return {
    accounts: after(accounts, changes.accounts, changes.goneAccounts),
    customers: after(customers, changes.customers, changes.goneCustomers),
  };
}

/** Proposals before, with an update's own in their place. */
function updated(
  before: readonly Proposal[],
  { proposals, without }: Awaited<ReturnType<LiveMatch['update']>>,
) {
  const all = byAccount(before);
  for (const id of without) all.delete(id);
  for (const proposal of proposals) all.set(proposal.accountId, proposal);
  return all;
}

async function expectSame(records: Records, steps: readonly Changes[], teaching: Teaching = noTeaching) {
  const { matched } = await started(records, null, teaching);
  const first = await started(records, matched.model, teaching);
  let proposals = byAccount(first.proposals);
  let now = records;
  for (const changes of steps) {
    now = changed(now, changes);
    proposals = updated([...proposals.values()], await first.live.update(changes, new Pace({})));
    const oracle = byAccount((await started(now, matched.model, teaching)).proposals);
    expect([...proposals.keys()].sort()).toEqual([...oracle.keys()].sort());
    for (const [id, expected] of oracle) {
      const found = proposals.get(id);
      if (found === undefined) throw new Error(`No proposal for ${id}`);
      expect({ id, ...gist(found) }).toEqual({ id, ...gist(expected) });
      for (const { customerId, score } of expected.candidates) {
        expect(Math.abs(scoreOf(found, customerId) - score)).toBeLessThan(nearlyNothing);
      }
    }
  }
}

const text = fc.constantFrom(
  'Acme Plumbing',
  'ACME PLUMBING LLC',
  'Acme',
  'Smith, John',
  'Jon Smith',
  'Quimby Optics',
  '',
);
const phone = fc.constantFrom('', '312 555 0123', '5550123', '415 222 7777', '415 222 8888');
const email = fc.constantFrom('', 'jo@acme.com', 'john@gmail.com', 'info@quimby.org', 'new@zebra.net');
const place = fc.constantFrom(
  address({}),
  address({ street: '12 Oak St', city: 'Salem', region: 'OR', postalCode: '97301' }),
  address({ street: '14 Oak Street', city: 'Salem', region: 'Oregon', postalCode: '97301-1234' }),
);
const number = fc.nat({ max: 11 });
const anAccount = fc
  .tuple(number, text, phone, email, place, fc.constantFrom('', '', '', '0', '404'))
  .map(([id, name, tel, mail, billing, linkedCustomerId]) =>
    account(`A${id}`, { name, phone: tel, emails: mail === '' ? [] : [mail], billing, linkedCustomerId }),
  );
const aCustomer = fc
  .tuple(number, text, phone, email, place, fc.boolean(), fc.constantFrom('', '', '1', '2'))
  .map(([id, displayName, tel, mail, billing, active]) =>
    customer(`${id}`, { displayName, phone: tel, email: mail, billing, active }),
  );
/** So many that a few changes make no value rarer or more common than it was. */
const made = madeUp(40, 17);
const others = {
  accounts: made.accounts.map((one) => account(`M${one.id}`, { ...one, id: account(`M${one.id}`, {}).id })),
  customers: made.customers.map((one) =>
    customer(`9${one.id}`, { ...one, id: customer(`900${one.id}`, {}).id }),
  ),
};
const selector = { selector: ({ id }: { readonly id: string }) => id };
const records = fc.record({
  accounts: fc.uniqueArray(anAccount, { maxLength: 9, ...selector }),
  customers: fc.uniqueArray(aCustomer, { maxLength: 9, ...selector }),
});
const changes: fc.Arbitrary<Changes> = fc.record({
  accounts: fc.uniqueArray(anAccount, { maxLength: 3, ...selector }),
  customers: fc.uniqueArray(aCustomer, { maxLength: 3, ...selector }),
  goneAccounts: fc.array(
    anAccount.map(({ id }) => id),
    { maxLength: 2 },
  ),
  goneCustomers: fc.array(
    aCustomer.map(({ id }) => id),
    { maxLength: 2 },
  ),
});

describe('a match that goes on', () => {
  test('gives nothing back when nothing changed', async () => {
    const { live } = await started(madeUp(200, 3));
    const { proposals, without, fullMatchAdvised } = await live.update(nothing, new Pace({}));
    expect({ proposals, without, fullMatchAdvised }).toEqual({
      proposals: [],
      without: [],
      fullMatchAdvised: false,
    });
  });

  test('proposes what a match of the records as they are now would propose', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.array(changes, { minLength: 1, maxLength: 2 }), (before, steps) =>
        expectSame(
          {
            accounts: [...others.accounts, ...before.accounts],
            customers: [...others.customers, ...before.customers],
          },
          steps,
        ),
      ),
      { numRuns: 10 },
    );
  }, 60_000);

  test('advises to learn anew once a tenth of the records has changed', async () => {
    const { accounts, customers } = madeUp(50, 5);
    const { live } = await started({ accounts, customers });
    const few = { ...nothing, accounts: accounts.slice(0, 4) };
    expect((await live.update(few, new Pace({}))).fullMatchAdvised).toBe(false);
    expect((await live.update(few, new Pace({}))).fullMatchAdvised).toBe(true);
  });

  test('knows nothing any more of a decision that was taken back', async () => {
    const set = madeUp(200, 3);
    const plain = await started(set);
    const [one, two] = plain.proposals.filter(({ state }) => state === 'suggested');
    const [right, other] = [one?.candidates[0], two?.candidates[0]];
    if (right === undefined || other === undefined) throw new Error('Nothing is suggested');
    const { accountId, customerId } = right;
    const wrong = { accountId, customerId: other.customerId };
    const change = { ...nothing, customers: set.customers.slice(90, 91).map((c) => ({ ...c, phone: '' })) };
    for (const teaching of [
      { ...noTeaching, rejected: [{ accountId, customerId }] },
      { ...noTeaching, confirmed: [wrong] },
    ]) {
      const { live, proposals } = await started(set, plain.matched.model, teaching);
      expect(
        proposals.find((proposal) => proposal.accountId === accountId)?.candidates[0]?.customerId,
      ).not.toBe(customerId);
      const after = updated(proposals, await live.update(change, new Pace({}), noTeaching));
      expect(after.get(accountId)).toMatchObject({ state: 'suggested', candidates: [{ customerId }] });
    }
  });

  test('stays as it was when an update is stopped', async () => {
    const set = madeUp(120, 9);
    const { live } = await started(set);
    const change = { ...nothing, goneCustomers: set.customers.slice(0, 5).map(({ id }) => id) };
    const stopped = AbortSignal.abort();
    await expect(live.update(change, new Pace({ signal: stopped }))).rejects.toMatchObject({
      code: 'cancelled',
    });
    const other = await started(set);
    expect((await live.update(change, new Pace({}))).proposals).toEqual(
      (await other.live.update(change, new Pace({}))).proposals,
    );
  });

  test('of the practice company, as its records change, go and come back', async () => {
    const set = practiceSet(2026);
    const moved = set.accounts
      .slice(10, 16)
      .map((one, index) => ({ ...one, name: set.accounts[index]?.name ?? '', phone: '' }));
    const renamed = set.customers
      .slice(30, 36)
      .map((one, index) => ({ ...one, displayName: set.customers[index]?.displayName ?? '' }));
    const gone = {
      goneAccounts: set.accounts.slice(40, 44).map(({ id }) => id),
      goneCustomers: set.customers.slice(50, 56).map(({ id }) => id),
    };
    await expectSame(set, [
      { accounts: moved, customers: renamed, ...gone },
      { ...nothing, accounts: set.accounts.slice(40, 44), customers: set.customers.slice(50, 53) },
    ]);
  });
});
