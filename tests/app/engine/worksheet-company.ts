import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEngine } from '#app/engine.ts';
import { createProject } from '#app/project/index.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import { FindingKind, type WorksheetFinding } from '#shared/worksheet.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { anOrganisation, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

/**
 * A project of twelve accounts: 1 to 8 with customers 1 to 8 proposed, 9 and 10 without a candidate, 11 linked, 12 linked
 * to nothing; customers 20 to 22 are nobody's.
 */
export async function aCompany() {
  const folder = temporaryFolder();
  const path = join(folder, 'company.counterpart');
  const project = createProject(path);
  const numbers = Array.from({ length: 12 }, (_, n) => n + 1);
  const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
  const accounts = numbers.map((n) => anAccount(n, n === 11 ? { linkedCustomerId: customerId(11) } : {}));
  const customers = [...numbers.slice(0, 8), 11, 20, 21, 22].map((n) => aCustomer(n));
  project.records.replace({ ...common, records: accounts }, { ...common, records: customers });
  project.proposals.replace(
    numbers.map((n) => aProposal(n, n <= 8 ? [aPair(n, n)] : [])),
    { model: null, at: aTime },
  );
  project.close();
  const call = reviewer(folder, 'Ann');
  await call('project.open', { path });
  const file = join(folder, 'company.xlsx');
  return {
    folder,
    path,
    file,
    call,
    accounts,
    customers,
    /** The records again, changed, as another export finds them. */
    async exportAgain(change: (records: { accounts: typeof accounts; customers: typeof customers }) => void) {
      await call('project.close', {});
      const again = { accounts: structuredClone(accounts), customers: structuredClone(customers) };
      change(again);
      const { openProject } = await import('#app/project/index.ts');
      const open = openProject(path);
      const later = { ...common, exportedAt: new Date(aTime.getTime() + 86_400_000) };
      open.records.replace({ ...later, records: again.accounts }, { ...later, records: again.customers });
      open.proposals.replace(
        numbers.map((n) => aProposal(n, n <= 8 ? [aPair(n, n)] : [])),
        { model: null, at: aTime },
      );
      open.close();
      await call('project.open', { path });
    },
    save: () => call('worksheet.save', { path: file }),
    confirm: (account: number, customer: number) =>
      call('review.decide', {
        accountId: accountId(account),
        kind: 'confirm',
        customerId: customerId(customer),
      }),
    read: async () => {
      const preview = await call('worksheet.read', { path: file });
      return { preview, findings: await findingsOf(call, preview.reading) };
    },
    apply: (
      reading: number,
      more: Partial<MethodInput<'worksheet.apply'>> = {},
    ): Promise<MethodOutput<'worksheet.apply'>> =>
      call('worksheet.apply', { reading, kinds: [], take: [], leave: [], ...more }),
    rowOf: async (account: number) => {
      const { row, history, comments } = await call('review.detail', { accountId: accountId(account) });
      return { state: row.state, customerId: row.customerId, history, comments };
    },
  };
}

export type Company = Awaited<ReturnType<typeof aCompany>>;

/** One person at work in a program of their own. */
export function reviewer(folder: string, author: string) {
  const home = { projects: folder, state: join(folder, author) };
  const engine = createEngine({ version: '1', home, author, environment: {} });
  onTestFinished(() => engine.close());
  return async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
    const result = await engine.call(method, input);
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
    return result.value;
  };
}

/** All findings of a reading. */
export async function findingsOf(
  call: ReturnType<typeof reviewer>,
  reading: number,
): Promise<WorksheetFinding[]> {
  const lists = FindingKind.options.map((kind) =>
    call('worksheet.findings', { reading, kind, skip: 0, limit: 1_000 }),
  );
  return (await Promise.all(lists)).flat();
}
