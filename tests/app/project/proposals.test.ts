import { describe, expect, test } from 'vitest';
import { openProject, storedProposal } from '#app/project/index.ts';
import { anOrganisation, aProject, aTime } from '../../support/projects.ts';
import { accountId, anAccount, aPair, aProposal } from '../../support/records.ts';

const evidence = [
  {
    field: 'name' as const,
    level: 'same',
    label: 'Name agrees',
    bits: 9.5,
    accountValue: '',
    customerValue: '',
  },
];
const proposal = (account: number, customer: number) =>
  aProposal(account, [{ ...aPair(account, customer), evidence }, aPair(account, customer + 1)]);
const made = { model: { weights: 1 }, at: aTime };

function outlinesOf({ proposals }: ReturnType<typeof aProject>) {
  return [...proposals.outlines()].flat().map(({ accountId: id, candidates }) => ({
    id,
    customers: candidates.map(({ customerId }) => customerId),
  }));
}

describe('proposals in a project', () => {
  test('come back whole where one is looked at, and without evidence in the list of all', () => {
    const project = aProject({ proposals: [proposal(1, 7)] });
    expect(project.proposals.of(accountId(1))).toEqual(proposal(1, 7));
    const [outline] = [...project.proposals.outlines()].flat();
    expect(outline?.candidates[0]).toEqual({ ...aPair(1, 7), evidence: undefined, agreements: 'ammmm' });
    expect(project.proposals.of(accountId(2))).toBeUndefined();
  });

  test('are listed in the order they were made, however many there are', () => {
    const many = Array.from({ length: 2_345 }, (_, n) => aProposal(2_345 - n, []));
    const project = aProject({ proposals: many });
    expect(outlinesOf(project).map(({ id }) => id)).toEqual(many.map(({ accountId: id }) => id));
  });

  test('are replaced only when the new ones are complete', () => {
    const project = aProject({ proposals: [proposal(1, 7)] });
    const renewal = project.proposals.renewal();
    renewal.add([storedProposal(proposal(1, 8))]);
    expect(outlinesOf(project)).toMatchObject([{ customers: ['7', '8'] }]);
    renewal.commit(made);
    expect(outlinesOf(project)).toMatchObject([{ customers: ['8', '9'] }]);
    expect(project.proposals.model()).toEqual({ weights: 1 });
  });

  test('of a match that broke off leave nothing behind', () => {
    const project = aProject({ proposals: [proposal(1, 7)] });
    project.proposals.renewal().add([storedProposal(proposal(2, 8))]);
    const next = project.proposals.renewal();
    next.add([storedProposal(proposal(3, 9))]);
    next.commit(made);
    expect(outlinesOf(project)).toEqual([{ id: 'A3', customers: ['9', '10'] }]);
  });

  test('are amended for some accounts, forgotten for others and kept for the rest', () => {
    const project = aProject({ proposals: [proposal(1, 1), proposal(2, 2), proposal(3, 3)] });
    const at = new Date('2026-05-05T05:05:05Z');
    const proposals = [storedProposal(proposal(2, 5)), storedProposal(proposal(4, 4))];
    for (const _ of project.proposals.amending(proposals, [accountId(3)], [], at));
    const customers = Object.fromEntries(
      outlinesOf(project).map(({ id, customers: [first] }) => [id, first]),
    );
    expect(customers).toEqual({ A1: '1', A2: '5', A4: '4' });
    expect(project.proposals.matchedAt()).toBe(at.toISOString());
  });

  test('of records that were replaced are gone after a crash before they were amended', () => {
    const project = aProject({ accounts: [anAccount(1)], proposals: [proposal(1, 1)] });
    const { path } = project;
    const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
    project.records.replace({ ...common, records: [anAccount(2)] }, { ...common, records: [] });
    project.close();
    const again = openProject(path);
    expect(outlinesOf(again)).toEqual([]);
    expect(again.proposals.matchedAt()).toBeNull();
    again.close();
  });
});
