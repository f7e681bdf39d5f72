import { AccountId } from '#shared/ids.ts';
import type { Account } from '#shared/records.ts';
import { addressOf } from './address-of.ts';
import type { AccountField } from './columns/account-layout.ts';
import { type FileRecord, noteShortenedId } from './file-records.ts';
import type { Problems } from './problems.ts';
import type { TableRow } from './table-row.ts';
import { parseAmount } from './values/amount.ts';
import { parseFlag } from './values/flag.ts';

/** The account that a row describes; null, with a problem noted, when it names none. */
export function accountOf(row: TableRow<AccountField>, problems: Problems): FileRecord<Account> | null {
  const ownId = row.text('id');
  const name = row.text('name');
  if (ownId === '' && name === '') {
    problems.note('Neither an id nor a name; the row was left out', row.number);
    return null;
  }
  const id = AccountId.safeParse(ownId === '' ? `row-${row.number}` : ownId);
  if (!id.success) {
    problems.note('An id of more than 500 characters; the row was left out', row.number);
    return null;
  }
  noteShortenedId(ownId, row.number, problems);
  if (name === '') problems.note('No name', row.number);
  const taxable = row.text('taxable');
  const names = [name];
  const record: Account = {
    id: id.data,
    name,
    phone: row.text('phone'),
    otherPhones: row.texts('otherPhones'),
    emails: withoutRepeats(row.texts('emails')),
    website: row.text('website'),
    billing: addressOf(row, 'billing', names),
    shipping: addressOf(row, 'shipping', names),
    linkedCustomerId: row.text('linkedCustomerId'),
    syncToken: row.text('syncToken'),
    parentId: row.text('parentId'),
    owner: row.text('owner'),
    type: row.text('type'),
    resaleNumber: row.text('resaleNumber'),
    taxable: taxable === '' ? null : parseFlag(taxable),
    taxExemptionReason: row.text('taxExemptionReason'),
    annualRevenue: revenueOf(row, problems),
    lastModified: row.text('lastModified'),
    systemModstamp: row.text('systemModstamp'),
  };
  return { row: row.number, ownId: row.has('id') ? ownId : null, record };
}

/** The texts in their order, each once. */
export function withoutRepeats(texts: string[]): string[] {
  return texts.length < 2 ? texts : [...new Set(texts)];
}

function revenueOf(row: TableRow<AccountField>, problems: Problems): number | null {
  const text = row.text('annualRevenue');
  if (text === '') return null;
  const amount = parseAmount(text);
  if (amount === null) problems.note('Annual revenue that is no amount was left out', row.number);
  return amount;
}
