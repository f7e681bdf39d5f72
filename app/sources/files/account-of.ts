import { splitCell } from '#shared/cell-list.ts';
import { AccountId } from '#shared/ids.ts';
import type { Account } from '#shared/records.ts';
import { addressReader } from './address-of.ts';
import type { AccountField } from './columns/account-layout.ts';
import type { Fields } from './fields.ts';
import { type FileRecord, noteShortenedId } from './file-records.ts';
import type { Problems } from './problems.ts';
import type { Row } from './rows.ts';
import { amountReader, flagReader } from './value-readers.ts';
import { momentText } from './values/moment.ts';

/** Reads the account that a row describes; null, with a problem noted, when it names none. */
export function accountReader(
  fields: Fields<AccountField>,
  problems: Problems,
): (row: Row) => FileRecord<Account> | null {
  const hasIds = fields.has('id');
  const idOf = fields.text('id');
  const nameOf = fields.text('name');
  const phone = fields.text('phone');
  const otherPhones = fields.texts('otherPhones');
  const emails = fields.texts('emails');
  const website = fields.text('website');
  const billing = addressReader(fields, 'billing');
  const shipping = addressReader(fields, 'shipping');
  const linkedCustomerId = fields.text('linkedCustomerId');
  const syncToken = fields.text('syncToken');
  const parentId = fields.text('parentId');
  const owner = fields.text('owner');
  const type = fields.text('type');
  const resaleNumber = fields.text('resaleNumber');
  const taxable = flagReader(fields, 'taxable', problems);
  const taxExemptionReason = fields.text('taxExemptionReason');
  const annualRevenue = amountReader(fields, 'annualRevenue', problems);
  const lastModified = fields.text('lastModified');
  const systemModstamp = fields.text('systemModstamp');

  return (row) => {
    const ownId = idOf(row);
    const name = nameOf(row);
    if (ownId === '' && name === '') {
      problems.note('Neither an id nor a name; the row was left out', row.number);
      return null;
    }
    const id = AccountId.safeParse(ownId === '' ? `row-${row.number}` : ownId);
    if (!id.success) {
      problems.note('An id of more than 500 characters; the row was left out', row.number);
      return null;
    }
    noteShortenedId(ownId, row.number, fields.heading('id'), problems);
    if (name === '') problems.note('No name', row.number);
    const names = () => [name];
    const record: Account = {
      id: id.data,
      name,
      phone: phone(row),
      otherPhones: otherPhones(row).flatMap(splitCell),
      emails: withoutRepeats(emails(row).flatMap(splitCell)),
      website: website(row),
      billing: billing(row, names),
      shipping: shipping(row, names),
      linkedCustomerId: linkedCustomerId(row),
      syncToken: syncToken(row),
      parentId: parentId(row),
      owner: owner(row),
      type: type(row),
      resaleNumber: resaleNumber(row),
      taxable: taxable(row),
      taxExemptionReason: taxExemptionReason(row),
      annualRevenue: annualRevenue(row),
      lastModified: momentText(lastModified(row)),
      systemModstamp: momentText(systemModstamp(row)),
    };
    return { row: row.number, ownId: hasIds ? ownId : null, record };
  };
}

/** The texts in their order, each once. */
export function withoutRepeats(texts: string[]): string[] {
  return texts.length < 2 ? texts : [...new Set(texts)];
}
