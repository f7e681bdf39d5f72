import { describe, expect, test } from 'vitest';
import { Review } from '#app/review/index.ts';
import { usualPolicy } from '#shared/matching.ts';
import { linkProblemOf } from '../../../app/review/link-problem.ts';
import { aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, customerId } from '../../support/records.ts';

test('every problem of a link is said', () => {
  const well = { customer: { active: true }, others: null, doubt: null };
  expect(linkProblemOf(well)).toBe('');
  expect(linkProblemOf({ customer: { active: false }, others: 'Acme East', doubt: 'Name differs' })).toBe(
    'Also linked to Acme East. The linked customer is inactive. Both records speak against this link: Name differs',
  );
});

/** Three linked accounts: the first two carry one customer's id. */
function aLinkedProject(active = true) {
  return aProject({
    accounts: [
      anAccount(1, { linkedCustomerId: '1' }),
      anAccount(2, { linkedCustomerId: '1' }),
      anAccount(3, { linkedCustomerId: '3' }),
    ],
    customers: [aCustomer(1), aCustomer(3, { active })],
  });
}

const rowsOf = (project: ReturnType<typeof aProject>) =>
  new Review(project, 'me', () => aTime).rows().map(({ queue, reason }) => ({ queue, reason }));

describe('the queue of links with problems', () => {
  test('holds accounts that carry one id together, each naming the other', () => {
    expect(rowsOf(aLinkedProject())).toEqual([
      { queue: 'linked-problems', reason: expect.stringContaining('Also linked to Account 2') },
      { queue: 'linked-problems', reason: expect.stringContaining('Also linked to Account 1') },
      { queue: 'linked', reason: 'Carries this customer’s id' },
    ]);
  });

  test('does not where a customer may have several accounts', () => {
    const project = aLinkedProject();
    project.teaching.choosePolicy({ ...usualPolicy, severalAccounts: true });
    expect(rowsOf(project).map(({ queue }) => queue)).toEqual(['linked', 'linked', 'linked']);
  });

  test('holds links to inactive customers', () => {
    expect(rowsOf(aLinkedProject(false))[2]).toEqual({
      queue: 'linked-problems',
      reason: 'The linked customer is inactive',
    });
  });

  test('no longer holds one that a person leaves as it is; a link that is well cannot be decided on', async () => {
    const project = aLinkedProject(false);
    const review = new Review(project, 'me', () => aTime);
    review.decide({ accountId: accountId(3), customerId: null, kind: 'ignore' });
    expect(review.rows()[2]).toMatchObject({ state: 'linked', queue: 'linked' });
    await review.undo();
    expect(review.rows()[2]?.queue).toBe('linked-problems');
    const well = new Review(aLinkedProject(), 'me', () => aTime);
    expect(() => well.decide({ accountId: accountId(3), customerId: null, kind: 'ignore' })).toThrow(
      expect.objectContaining({ code: 'decision-already-linked' }),
    );
  });

  test('holds links that the last match doubted, as long as the account carries that id', () => {
    const project = aLinkedProject();
    const doubt = { accountId: accountId(3), customerId: customerId(3), reason: 'Name differs' };
    project.proposals.replace([], {
      model: null,
      at: aTime,
      record: { policy: usualPolicy, pins: [], lastDecision: 0, lesson: null, settled: [], doubts: [doubt] },
    });
    expect(rowsOf(project)[2]?.reason).toBe('Both records speak against this link: Name differs');
    project.records.updateAccount(anAccount(3, { linkedCustomerId: '1' }));
    expect(rowsOf(project)[2]?.reason).not.toContain('speak against');
  });
});
