import { resolve } from 'node:path';
import type { z } from 'zod';
import type { Hooks } from '#app/sources/index.ts';
import {
  accountColumns,
  customerColumns,
  type DatasetFile,
  requireTableEnding,
  saveDataset,
} from '#app/worksheet/index.ts';
import type { MethodOutput, Methods } from '#shared/contract.ts';
import type { DatasetInfo } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import { savePath } from './save-path.ts';
import type { Session } from './session.ts';

type Request = z.output<Methods['sources.save']['input']>;

/**
 * Saves one or both datasets as files. Errors: `save-no-data`, `file-type` and `file-cannot-write` before anything is
 * written; `file-cannot-write` and `cancelled` while it is: each file is then whole or as it was.
 */
export async function saveDatasets(
  session: Session,
  request: Request,
): Promise<MethodOutput<'sources.save'>> {
  const { records } = session.open.project;
  const salesforce = records.info('salesforce');
  const quickbooks = records.info('quickbooks');
  const { accounts, customers } = pathsOf(session, request, salesforce !== null, quickbooks !== null);
  if (accounts !== null && salesforce === null) throw new AppError('save-no-data', { what: 'accounts' });
  if (customers !== null && quickbooks === null) throw new AppError('save-no-data', { what: 'customers' });
  for (const path of [accounts, customers]) if (path !== null) requireTableEnding(path);
  if (accounts !== null && accounts === customers) {
    throw new AppError('file-cannot-write', {
      path: accounts,
      detail: 'accounts and customers cannot go into one file',
    });
  }
  return await session.operations.run('save', async (hooks) => ({
    salesforce:
      accounts === null || salesforce === null
        ? null
        : await save(session, accounts, salesforce, hooks, {
            what: 'accounts',
            columns: accountColumns(hasIds(salesforce)),
            batches: records.accountBatches(),
          }),
    quickbooks:
      customers === null || quickbooks === null
        ? null
        : await save(session, customers, quickbooks, hooks, {
            what: 'customers',
            columns: customerColumns(hasIds(quickbooks)),
            batches: records.customerBatches(),
          }),
  }));
}

/** Where the files go: as asked, or for both sides into the projects' folder under the project's name and the day. */
function pathsOf(
  session: Session,
  request: Request,
  hasAccounts: boolean,
  hasCustomers: boolean,
): { readonly accounts: string | null; readonly customers: string | null } {
  if (request.to === 'paths') {
    const { accounts, customers } = request;
    return {
      accounts: accounts === null ? null : resolve(accounts),
      customers: customers === null ? null : resolve(customers),
    };
  }
  if (!hasAccounts && !hasCustomers) throw new AppError('save-no-data', { what: 'accounts and customers' });
  const named = (what: string) => savePath(session, null, what, `.${request.format}`);
  return {
    accounts: hasAccounts ? named('accounts') : null,
    customers: hasCustomers ? named('customers') : null,
  };
}

async function save<R>(
  session: Session,
  path: string,
  info: DatasetInfo,
  hooks: Hooks,
  file: Pick<DatasetFile<R>, 'what' | 'columns' | 'batches'>,
) {
  const savedAt = session.now();
  const about = [
    ...originOf(info),
    ['Records', info.count.toLocaleString('en')],
    ['Project', session.open.project.name],
    ['Saved (UTC)', savedAt.toISOString()],
  ] as const;
  return { path, ...(await saveDataset(path, { ...file, count: info.count, about, savedAt }, hooks)) };
}

function originOf({ origin, exportedAt, side }: DatasetInfo): readonly (readonly [string, string])[] {
  if (origin.kind === 'file') {
    return [
      ['File', origin.fileName],
      ['Imported (UTC)', exportedAt],
    ];
  }
  return [
    ['Service', side === 'salesforce' ? 'Salesforce' : 'QuickBooks'],
    ['Organisation', origin.organisationName],
    ['Organisation id', origin.organisationId],
    ['Environment', origin.environment],
    ['Exported (UTC)', exportedAt],
  ];
}

function hasIds({ origin }: DatasetInfo): boolean {
  return origin.kind === 'service' || origin.hasIds;
}
