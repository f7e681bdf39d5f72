import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createEngine } from '#app/engine.ts';
import { createProject } from '#app/project/index.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { anOrganisation, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

function aProjectFile(
  folder: string,
  name: string,
  origin: ServiceOrigin = anOrganisation,
  phone = '',
): string {
  const path = join(folder, `${name}.counterpart`);
  const project = createProject(path);
  const numbers = [1, 2, 3, 4];
  const customers = [...numbers, 5].map((n) => aCustomer(n, { phone: n === 4 ? phone : '' }));
  const common = { origin, exportedAt: aTime, problems: [] };
  project.records.replace(
    { ...common, records: numbers.map((n) => anAccount(n)) },
    { ...common, records: customers },
  );
  project.proposals.replace(
    numbers.map((n) => aProposal(n, [aPair(n, n, 0.95, 'likely')])),
    { model: null, at: aTime },
  );
  project.close();
  return path;
}

/** One reviewer at work in a program of their own. */
function aReviewer(folder: string, author: string) {
  const home = { projects: folder, state: join(folder, author) };
  const engine = createEngine({ version: '1', home, author, environment: {} });
  onTestFinished(() => engine.close());
  return async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
    const result = await engine.call(method, input);
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
    return result.value;
  };
}

test('two reviewers’ copies are put together: what one decided is taken over, what they decided differently is shown', async () => {
  const folder = temporaryFolder();
  const path = aProjectFile(folder, 'ann');
  const copy = join(folder, 'bob.counterpart');
  copyFileSync(path, copy);
  const [ann, bob] = [aReviewer(folder, 'Ann'), aReviewer(folder, 'Bob')];
  await ann('project.open', { path });
  await bob('project.open', { path: copy });
  const decide = (who: typeof ann, n: number, customer: number) =>
    who('review.decide', { accountId: accountId(n), kind: 'confirm', customerId: customerId(customer) });
  await decide(ann, 1, 1);
  await decide(ann, 2, 2);
  await decide(bob, 2, 4);
  await decide(bob, 3, 3);
  await bob('review.decideCustomers', { decisions: [{ customerId: customerId(5), kind: 'ignore' }] });
  await bob('review.comment', { accountId: accountId(3), text: 'Called them.' });
  await bob('project.close', {});

  const preview = await ann('project.mergePreview', { path: copy });
  expect(preview).toMatchObject({
    adopted: 1,
    agreed: 0,
    unknown: 0,
    comments: 1,
    disagreements: [
      {
        accountId: 'A2',
        accountName: 'Account 2',
        ours: { kind: 'confirm', customerName: 'Customer 2', author: 'Ann' },
        theirs: { kind: 'confirm', customerName: 'Customer 4', author: 'Bob' },
      },
    ],
  });
  expect((await ann('review.summary', {})).states.confirmed).toBe(2);

  expect(await ann('project.merge', { path: copy, takeTheirs: [] })).toEqual({
    decided: 1,
    refused: [],
    customers: 1,
    comments: 1,
  });
  const third = await ann('review.detail', { accountId: accountId(3) });
  expect(third.history).toMatchObject([{ kind: 'confirm', author: 'Bob' }]);
  expect(third.comments).toMatchObject([{ text: 'Called them.', author: 'Bob' }]);
  expect((await ann('review.detail', { accountId: accountId(2) })).row.customerId).toBe('2');

  // A second time there is nothing but the disagreement, which can go to the other.
  expect(await ann('project.mergePreview', { path: copy })).toMatchObject({ adopted: 0, comments: 0 });
  await ann('project.merge', { path: copy, takeTheirs: [accountId(2)] });
  expect((await ann('review.detail', { accountId: accountId(2) })).row.customerId).toBe('4');
  await ann('review.undo', {});
  expect((await ann('review.detail', { accountId: accountId(2) })).row.customerId).toBe('2');
});

test('what the copy gives to another account’s customer is refused and told, the rest is taken over', async () => {
  const folder = temporaryFolder();
  const path = aProjectFile(folder, 'ann');
  const copy = aProjectFile(folder, 'bob');
  const [ann, bob] = [aReviewer(folder, 'Ann'), aReviewer(folder, 'Bob')];
  await ann('project.open', { path });
  await bob('project.open', { path: copy });
  const confirm = (n: number, customer: number) => ({
    accountId: accountId(n),
    kind: 'confirm' as const,
    customerId: customerId(customer),
  });
  await ann('review.decide', confirm(1, 3));
  await bob('review.decide', confirm(3, 3));
  await bob('review.decide', confirm(4, 4));
  await bob('project.close', {});
  const { decided, refused } = await ann('project.merge', { path: copy, takeTheirs: [] });
  expect(decided).toBe(1);
  expect(refused).toMatchObject([{ accountId: 'A3', message: expect.stringContaining('Account 1') }]);
});

test('what was decided on other data, and what was only taken back, is refused and told', async () => {
  const folder = temporaryFolder();
  const path = aProjectFile(folder, 'ann');
  const copy = aProjectFile(folder, 'bob', anOrganisation, '555 0100');
  const [ann, bob] = [aReviewer(folder, 'Ann'), aReviewer(folder, 'Bob')];
  await ann('project.open', { path });
  await bob('project.open', { path: copy });
  const decide = (n: number) =>
    bob('review.decide', { accountId: accountId(n), kind: 'confirm', customerId: customerId(n) });
  await decide(3);
  await decide(4);
  await bob('project.close', {});
  expect(await ann('project.mergePreview', { path: copy })).toMatchObject({ adopted: 1, unknown: 1 });
  const { decided, refused } = await ann('project.merge', { path: copy, takeTheirs: [] });
  expect(decided).toBe(1);
  expect(refused).toMatchObject([{ accountId: 'A4', message: expect.stringContaining('reads otherwise') }]);

  const again = join(folder, 'again.counterpart');
  await ann('project.close', {});
  copyFileSync(path, again);
  await ann('project.open', { path });
  await bob('project.open', { path: again });
  await bob('review.undo', {});
  await bob('project.close', {});
  const preview = await ann('project.mergePreview', { path: again });
  expect(preview.disagreements).toMatchObject([{ accountId: 'A3', theirs: null }]);
  const taken = await ann('project.merge', { path: again, takeTheirs: [accountId(3)] });
  expect(taken.refused).toMatchObject([{ accountId: 'A3', message: expect.stringContaining('taken back') }]);
});

test('the open project itself, and one of other organisations, are refused', async () => {
  const folder = temporaryFolder();
  const path = aProjectFile(folder, 'ann');
  const other = aProjectFile(folder, 'other', { ...anOrganisation, organisationId: '00D00000000000XAAA' });
  const ann = aReviewer(folder, 'Ann');
  await ann('project.open', { path });
  await expect(ann('project.mergePreview', { path })).rejects.toThrowError(/^merge-same/);
  await expect(ann('project.mergePreview', { path: other })).rejects.toThrowError(
    /^merge-other-organisation/,
  );
});
