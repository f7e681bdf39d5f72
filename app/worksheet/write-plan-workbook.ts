import type { Hooks } from '#app/sources/index.ts';
import type { BlockedLink, LinkFields, LinkWarning, PlannedLink, WritePlan } from '#shared/links.ts';
import type { SheetColumn } from './column.ts';
import { writeSheet } from './sheet-writer.ts';
import { columnsOf } from './sheets/columns.ts';
import type { RecordPages } from './sheets/rows.ts';
import { writeWorkbook } from './workbook-file.ts';

/** What a workbook of a write plan is made from. */
interface PlanData {
  readonly projectName: string;
  readonly createdAt: Date;
  readonly plan: WritePlan;
  /** Links that are not among the plan's, because the person holds them back. */
  readonly held: readonly PlannedLink[];
  readonly pages: RecordPages;
}

/** The words for what a person should look at, as they stand in a cell. */
const warningWords: Record<LinkWarning, string> = {
  'replaces-dangling-id': 'replaces a broken id',
  'inactive-customer': 'inactive customer',
  'sub-customer': 'sub-customer or job',
  'several-accounts': 'several accounts',
  'high-value': 'high balance',
};

/**
 * Saves what a write would do, to be looked over by somebody else: the links before and after, and what is left out and
 * why. Nothing in it is read back.
 * Errors: `file-cannot-write`, `cancelled`.
 */
export async function writePlanWorkbook(path: string, data: PlanData, hooks: Hooks): Promise<void> {
  const { plan, held, projectName, createdAt, pages } = data;
  const leftOut = [...plan.blocked, ...held.map(asLeftOut)];
  const title = `${projectName}: links to write`;
  const subject = `Salesforce: ${plan.organisationName} (${plan.environment}). Nothing was written yet.`;
  await writeWorkbook(path, { title, subject, createdAt }, hooks, async (workbook, signal) => {
    const told = {
      signal,
      rowsWritten: (rows: number) => hooks.progress('Writing the links', rows, plan.links.length),
    };
    const read = { editing: 'nothing' } as const;
    await writeSheet(workbook, 'Links to write', linkColumns(pages), plan.links, told, read);
    await writeSheet(workbook, 'Left out', blockedColumns(pages), leftOut, told, read);
  });
}

function asLeftOut({ warnings, ...link }: PlannedLink): BlockedLink {
  const why = warnings.map((one) => warningWords[one]).join(', ');
  return { ...link, message: `Held back from this run, and still confirmed: ${why}.` };
}

function linkColumns(pages: RecordPages): readonly SheetColumn<PlannedLink>[] {
  const account = columnsOf('salesforce', (link: PlannedLink) => link);
  const customer = columnsOf('quickbooks', (link: PlannedLink) => link);
  const result = columnsOf('result', (link: PlannedLink) => link);
  const field = (heading: string, of: (link: PlannedLink) => LinkFields, name: keyof LinkFields) =>
    account(heading, 24, (link) => of(link)[name]);
  return [
    account('Account ID', 20, ({ accountId }) => accountId, {
      page: ({ accountId }) => pages.account(accountId),
    }),
    account('Account name', 34, ({ accountName }) => accountName),
    customer('Customer name', 34, ({ customerName }) => customerName, {
      page: ({ customerId }) => pages.customer(customerId),
    }),
    field('qime__QB_ID__c before', ({ before }) => before, 'customerId'),
    field('qime__QB_ID__c after', ({ after }) => after, 'customerId'),
    field('qime__QB_SyncToken__c before', ({ before }) => before, 'syncToken'),
    field('qime__QB_SyncToken__c after', ({ after }) => after, 'syncToken'),
    customer('Open balance', 17, ({ balance }) => balance, {
      kind: 'money',
      currency: ({ currency }) => currency,
    }),
    result('Look closer', 40, ({ warnings }) => warnings.map((one) => warningWords[one]).join(', '), {
      colours: 'doubt',
    }),
  ];
}

function blockedColumns(pages: RecordPages): readonly SheetColumn<BlockedLink>[] {
  const account = columnsOf('salesforce', (link: BlockedLink) => link);
  const customer = columnsOf('quickbooks', (link: BlockedLink) => link);
  const result = columnsOf('result', (link: BlockedLink) => link);
  return [
    account('Account ID', 20, ({ accountId }) => accountId, {
      page: ({ accountId }) => pages.account(accountId),
    }),
    account('Account name', 34, ({ accountName }) => accountName),
    customer('Customer name', 34, ({ customerName }) => customerName),
    result('Why it is left out', 90, ({ message }) => message, { kind: 'wrapped' }),
  ];
}
