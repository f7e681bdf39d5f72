import type { DecisionKind } from '#shared/decisions.ts';
import { momentOf, type SheetColumn } from '../column.ts';
import { columnsOf } from './columns.ts';
import type { Change, RecordPages } from './rows.ts';

const words: Record<DecisionKind, string> = {
  confirm: 'confirmed',
  reject: 'rejected',
  skip: 'skipped',
  'create-new': 'marked create new',
  ignore: 'ignored',
};

const account = columnsOf('salesforce', (change: Change) => change);
const customer = columnsOf('quickbooks', (change: Change) => change);
const result = columnsOf('result', (change: Change) => change);

/** The columns of "Changes": who decided what and when, and what the next sync would change in QuickBooks. */
export function changeColumns(pages: RecordPages): readonly SheetColumn<Change>[] {
  return [
    result('What', 22, (change) =>
      change.kind === 'decision' ? words[change.decision] : 'next sync overwrites',
    ),
    result('When (UTC)', 17, (change) => (change.kind === 'decision' ? momentOf(change.at) : null), {
      kind: 'date',
    }),
    result('Who', 20, (change) => (change.kind === 'decision' ? change.author : '')),
    result('In force', 11, inForce),
    account('Account ID', 20, ({ accountId }) => accountId, {
      page: ({ accountId }) => (accountId === null ? null : pages.account(accountId)),
    }),
    account('Account name', 34, ({ accountName }) => accountName),
    customer('Customer ID', 12, ({ customerId }) => customerId, {
      page: ({ customerId }) => (customerId === null ? null : pages.customer(customerId)),
    }),
    customer('Customer name', 34, ({ customerName }) => customerName),
    customer('Field', 22, (change) => (change.kind === 'overwrite' ? change.field : '')),
    customer('In QuickBooks now', 34, (change) => (change.kind === 'overwrite' ? change.from : '')),
    customer('After the next sync', 34, (change) => (change.kind === 'overwrite' ? change.to : '')),
  ];
}

function inForce(change: Change): string {
  if (change.kind === 'overwrite') return '';
  return change.inForce ? 'yes' : 'taken back';
}
