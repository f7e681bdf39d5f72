import { describe, expect, test } from 'vitest';
import type { DecisionEntry } from '#app/project/index.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import type { Proposal } from '#shared/pairs.ts';
import { rejectionsIn } from '../../../app/review/rejections.ts';
import { type StandingInput, standingOf } from '../../../app/review/standing.ts';
import { accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

function decided(kind: DecisionKind, customer: number | null = null, seq = 1): DecisionEntry {
  return {
    type: 'decision',
    seq,
    batch: seq,
    kind,
    accountId: accountId(1),
    customerId: customer === null ? null : customerId(customer),
    author: 'me',
    at: '2026-01-01T00:00:00Z',
    evidence: null,
    basis: 0,
  };
}

function standing(more: Partial<StandingInput> & { proposal?: Proposal | undefined }) {
  return standingOf({
    account: anAccount(1),
    linked: null,
    hasCustomerIds: true,
    linkProblem: '',
    drift: [],
    proposal: undefined,
    decisions: [],
    outcome: undefined,
    undone: '',
    settledBy: null,
    isFree: () => true,
    rejections: rejectionsIn(more.decisions ?? [], () => ''),
    stillWants: () => true,
    ...more,
  });
}

test('a link with something wrong says what, and is told from those that are well', () => {
  const problem = 'The linked customer is inactive';
  expect(standing({ linked: customerId(10), linkProblem: problem })).toMatchObject({
    state: 'linked',
    customer: '10',
    reason: problem,
    hasLinkProblem: true,
  });
  expect(standing({ linked: customerId(10) }).hasLinkProblem).toBe(false);
});

test('an id that cannot be looked up, since the customers have none, is no broken link and nothing is proposed instead', () => {
  const account = anAccount(1, { linkedCustomerId: '642' });
  const proposal = aProposal(1, [aPair(1, 10)]);
  expect(standing({ account, proposal, hasCustomerIds: false })).toMatchObject({
    state: 'linked',
    customer: null,
    hasLinkProblem: false,
    reason: 'Carries id 642. The customers’ file has no ids, so whose it is cannot be told',
  });
  expect(standing({ account, proposal }).state).toBe('dangling');
});

const two = aProposal(1, [aPair(1, 10), aPair(1, 11, 0.7, 'possible')]);

describe('where an account stands', () => {
  test('linked when it carries the id of a customer that exists', () => {
    expect(
      standing({ account: anAccount(1, { linkedCustomerId: '10' }), linked: customerId(10) }),
    ).toMatchObject({
      state: 'linked',
      customer: '10',
    });
  });

  test('dangling when it carries an id that no customer has, with the proposal beside it', () => {
    expect(standing({ account: anAccount(1, { linkedCustomerId: '999' }), proposal: two })).toMatchObject({
      state: 'dangling',
      customer: '10',
      reason: expect.stringContaining('999'),
    });
  });

  test('suggested with its best candidate', () => {
    expect(standing({ proposal: two })).toMatchObject({ state: 'suggested', customer: '10' });
  });

  test('no candidate when all are below every band', () => {
    expect(standing({ proposal: aProposal(1, [aPair(1, 10, 0.05, null)]) }).state).toBe('no-candidate');
  });

  test('rejecting the proposal brings the next candidate, and rejecting all of them says so', () => {
    const first = decided('reject', 10, 1);
    expect(standing({ proposal: two, decisions: [first] })).toMatchObject({
      state: 'suggested',
      customer: '11',
    });
    const both = [first, decided('reject', 11, 2)];
    expect(standing({ proposal: two, decisions: both })).toMatchObject({ state: 'rejected', customer: null });
  });

  test('a candidate that another account has is passed over', () => {
    const isFree = (customer: string) => customer !== '10';
    expect(standing({ proposal: two, isFree })).toMatchObject({ state: 'suggested', customer: '11' });
  });

  test.each([
    ['skip', 'skipped'],
    ['create-new', 'create-new'],
    ['ignore', 'ignored'],
  ] as const)('%s leaves it %s', (kind, state) => {
    expect(standing({ proposal: two, decisions: [decided(kind)] }).state).toBe(state);
  });
});

describe('after another match', () => {
  const fresh = aProposal(1, [aPair(1, 12, 0.99, 'certain')]);

  test('a row whose every candidate was turned down before it stays rejected', () => {
    const decisions = [decided('reject', 10, 1), decided('reject', 11, 2)];
    expect(standing({ proposal: fresh, decisions, settledBy: 2 })).toMatchObject({
      state: 'rejected',
      customer: null,
    });
  });

  test('it is open again once that last rejection was taken back', () => {
    const decisions = [decided('reject', 10, 1)];
    expect(standing({ proposal: fresh, decisions, settledBy: 2 })).toMatchObject({
      state: 'suggested',
      customer: '12',
    });
  });

  test('a skipped row keeps the customer that it showed, unless another account has it now', () => {
    const decisions = [decided('skip', 10)];
    expect(standing({ proposal: fresh, decisions })).toMatchObject({ state: 'skipped', customer: '10' });
    const isFree = (customer: string) => customer !== '10';
    expect(standing({ proposal: fresh, decisions, isFree })).toMatchObject({
      state: 'skipped',
      customer: '12',
    });
    const nothingShown = [decided('skip')];
    expect(standing({ proposal: fresh, decisions: nothingShown })).toMatchObject({
      state: 'skipped',
      customer: null,
    });
  });
});

describe('a pair that was rejected and whose evidence changed', () => {
  const decisions = [decided('reject', 10)];
  const why = 'You rejected this before; the phone changed since';

  test('is proposed again with the reason in front', () => {
    expect(
      standing({ proposal: two, decisions, rejections: rejectionsIn(decisions, () => why) }),
    ).toMatchObject({
      state: 'suggested',
      customer: '10',
      reason: `${why}. Name agrees`,
      rejectedBefore: why,
    });
  });

  test('leaves no word where another candidate is proposed', () => {
    const proposal = aProposal(1, [aPair(1, 11)]);
    expect(standing({ proposal, decisions, rejections: rejectionsIn(decisions, () => why) })).toMatchObject({
      customer: '11',
      reason: 'Name agrees',
      rejectedBefore: '',
    });
  });
});

describe('a conflict', () => {
  const tied = aProposal(1, [aPair(1, 10)], [{ kind: 'account', accountId: accountId(2), margin: 0 }]);

  test('stands while the rival still wants the customer, and names it', () => {
    expect(standing({ proposal: tied })).toMatchObject({ state: 'conflict', rivals: [{ accountId: 'A2' }] });
  });

  test('of a crowd of equals stands, however low each one’s score', () => {
    const crowd = aProposal(
      1,
      [aPair(1, 10, 0.09, null), aPair(1, 11, 0.09, null)],
      [{ kind: 'customer', customerId: customerId(11), margin: 0 }],
    );
    expect(standing({ proposal: crowd })).toMatchObject({ state: 'conflict', customer: '10' });
  });

  test('is over when the rival has gone elsewhere', () => {
    expect(standing({ proposal: tied, stillWants: () => false }).state).toBe('suggested');
  });

  test('between two customers is over when one of them is rejected', () => {
    const proposal = aProposal(
      1,
      [aPair(1, 10), aPair(1, 11)],
      [{ kind: 'customer', customerId: customerId(11), margin: 0 }],
    );
    expect(standing({ proposal }).state).toBe('conflict');
    expect(standing({ proposal, decisions: [decided('reject', 11)] })).toMatchObject({
      state: 'suggested',
      customer: '10',
    });
  });
});

describe('a confirmed pair', () => {
  const decisions = [decided('confirm', 10, 5)];

  test('is confirmed, written once the account carries the id', () => {
    expect(standing({ proposal: two, decisions }).state).toBe('confirmed');
    expect(
      standing({
        proposal: two,
        decisions,
        account: anAccount(1, { linkedCustomerId: '10' }),
        linked: customerId(10),
      }).state,
    ).toBe('written');
  });

  test('has failed only while the failure belongs to this very confirmation', () => {
    const outcome = {
      state: 'failed',
      decisionSeq: 5,
      customerId: customerId(10),
      message: 'Locked',
      madeAccount: false,
    } as const;
    expect(standing({ decisions, outcome })).toMatchObject({ state: 'failed', reason: 'Locked' });
    expect(standing({ decisions, outcome: { ...outcome, decisionSeq: 4 } }).state).toBe('confirmed');
  });

  test('gives way to a link that somebody else made meanwhile', () => {
    expect(
      standing({ decisions, account: anAccount(1, { linkedCustomerId: '11' }), linked: customerId(11) }),
    ).toMatchObject({ state: 'linked', customer: '11' });
  });
});

describe('an account whose customer was created here', () => {
  const linked = { account: anAccount(1, { linkedCustomerId: '58' }), linked: customerId(58) };
  const outcome = {
    state: 'done',
    decisionSeq: 7,
    customerId: customerId(58),
    message: '',
    madeAccount: false,
  } as const;

  test('is written, with that customer', () => {
    expect(standing({ ...linked, decisions: [decided('create-new', null, 7)], outcome })).toMatchObject({
      state: 'written',
      customer: '58',
      confirmation: null,
    });
  });

  test.each([
    ['another decision', { decisions: [decided('create-new', null, 8)] }],
    ['another customer', { outcome: { ...outcome, customerId: customerId(59) } }],
    ['an outcome that is not certain', { outcome: { ...outcome, state: 'sent' as const } }],
  ])('is linked by somebody where the journal tells of %s', (_, more) => {
    const decisions = [decided('create-new', null, 7)];
    expect(standing({ ...linked, decisions, outcome, ...more })).toMatchObject({ state: 'linked' });
  });
});
