import type { Hooks } from '#app/sources/index.ts';
import type { AccountId } from '#shared/ids.ts';
import { writeCsvFile } from './csv-file.ts';
import { textCell } from './csv-line.ts';

/** An account and the QuickBooks id that it is to carry, or carries. */
export interface LinkRow {
  readonly accountId: AccountId;
  readonly customerId: string;
}

/**
 * Writes links as Salesforce's Data Loader takes them for an update: the columns `Id` and `qime__QB_ID__c`, nothing else,
 * so that nothing else can be changed by it. Gives the number of rows. Errors of {@link writeCsvFile}.
 */
export async function writeDataLoaderCsv(
  path: string,
  links: readonly LinkRow[],
  hooks: Hooks,
): Promise<number> {
  return await writeCsvFile(
    path,
    {
      heading: 'Id,qime__QB_ID__c\n',
      batches: [links],
      line: ({ accountId, customerId }) => `${textCell(accountId)},${textCell(customerId)}\n`,
      step: 'Writing the links',
      total: links.length,
    },
    hooks,
  );
}
