import { createProject } from '#app/project/index.ts';
import { allAccounts } from '#shared/account-choice.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../support/records.ts';

const organisation: ServiceOrigin = {
  kind: 'service',
  organisationId: '00D000000000001AAA',
  organisationName: 'Test organisation',
  environment: 'sandbox',
  choice: allAccounts,
};
const at = new Date('2026-02-03T04:05:06.000Z');
const numbers = Array.from({ length: 12 }, (_, n) => n + 1);

/** Makes a project that holds a little of everything: twelve accounts and customers, proposals, a tie, decisions and a run. */
export function makeSmallProject(path: string): void {
  const project = createProject(path);
  const common = { origin: organisation, exportedAt: at, problems: [] };
  const accounts = numbers.map((n) => anAccount(n, n === 11 ? { linkedCustomerId: '11' } : {}));
  const customers = numbers.map((n) => aCustomer(n, { balance: n * 100, parentId: n === 3 ? '2' : '' }));
  project.records.replace({ ...common, records: accounts }, { ...common, records: customers });
  project.proposals.replace(
    numbers.map((n) =>
      aProposal(
        n,
        n > 8 ? [] : [aPair(n, n), aPair(n, (n % 8) + 1, 0.6, 'possible')],
        n === 5 ? [{ kind: 'account', accountId: accountId(6), margin: 0.1 }] : [],
      ),
    ),
    { model: null, at },
  );
  const decide = (n: number, kind: 'confirm' | 'reject' | 'create-new') =>
    project.decisions.append(
      [{ accountId: accountId(n), customerId: kind === 'create-new' ? null : customerId(n), kind }],
      'tester',
      at,
      1,
    );
  decide(1, 'confirm');
  decide(2, 'reject');
  decide(9, 'create-new');
  project.comments.add(accountId(1), 'A remark', 'tester', at.toISOString());
  const run = project.journal.begin(
    [
      {
        accountId: accountId(1),
        accountName: 'Account 1',
        customerId: customerId(1),
        customerName: 'Customer 1',
        decisionSeq: 1,
        before: { customerId: '', syncToken: '' },
        after: { customerId: '1', syncToken: '0' },
        accountModstamp: '',
      },
    ],
    organisation,
    'tester',
    at,
  );
  project.journal.finish(run, 'interrupted', null, at);
  project.close();
}
