import { CustomerId } from '#shared/ids.ts';
import type { Customer } from '#shared/records.ts';
import { addressOf } from './address-of.ts';
import type { CustomerField } from './columns/customer-layout.ts';
import { type FileRecord, noteShortenedId } from './file-records.ts';
import type { Problems } from './problems.ts';
import type { TableRow } from './table-row.ts';
import { parseAmount } from './values/amount.ts';
import { parseFlag } from './values/flag.ts';
import { splitPersonName } from './values/person-name.ts';
import { splitPhoneNumbers } from './values/phone-numbers.ts';

/** The customer that a row describes; null, with a problem noted, when it names none. */
export function customerOf(row: TableRow<CustomerField>, problems: Problems): FileRecord<Customer> | null {
  const ownId = row.text('id');
  const names = namesOf(row);
  if (ownId === '' && names.key === '') {
    problems.note('Neither an id nor a name; the row was left out', row.number);
    return null;
  }
  const id = CustomerId.safeParse(ownId === '' ? names.key : ownId);
  if (!id.success) {
    problems.note('An id or a name of more than 500 characters; the row was left out', row.number);
    return null;
  }
  noteShortenedId(ownId, row.number, problems);
  if (names.displayName === '') problems.note('No name', row.number);
  const { displayName, companyName, givenName, familyName } = names;
  const addressNames = [displayName, companyName, `${givenName} ${familyName}`];
  const balance = amountOf(row, 'balance', problems) ?? 0;
  const record: Customer = {
    id: id.data,
    syncToken: row.text('syncToken'),
    displayName,
    companyName,
    givenName,
    familyName,
    printOnCheckName: row.text('printOnCheckName'),
    email: row.texts('email').join(', '),
    ...phonesOf(row),
    website: row.text('website'),
    billing: addressOf(row, 'billing', addressNames),
    shipping: addressOf(row, 'shipping', addressNames),
    active: flagOf(row, 'active', problems) ?? !/\(deleted\)$/i.test(displayName),
    parentId: row.text('parentId') || names.parent,
    job: flagOf(row, 'job', problems) ?? names.depth > 0,
    isProject: flagOf(row, 'isProject', problems) ?? false,
    level: /^\d+$/.test(row.text('level')) ? Number(row.text('level')) : names.depth,
    fullyQualifiedName: names.fullyQualifiedName,
    balance,
    balanceWithJobs: amountOf(row, 'balanceWithJobs', problems) ?? balance,
    currency: /^[A-Z]{3}\b/.exec(row.text('currency'))?.[0] ?? row.text('currency'),
    resaleNumber: row.text('resaleNumber'),
    taxable: flagOf(row, 'taxable', problems),
    notes: row.text('notes'),
    createdAt: row.text('createdAt'),
    lastModified: row.text('lastModified'),
  };
  return { row: row.number, ownId: row.has('id') ? ownId : null, record };
}

/** `key` is the name as the file gives it; reports write a sub-customer as `Parent:Job`, the API never does. */
function namesOf(row: TableRow<CustomerField>) {
  const key = row.text('displayName');
  const path = key.split(':').map((part) => part.trim());
  const contact = splitPersonName(row.text('contactName'));
  return {
    key,
    displayName: path.at(-1) ?? '',
    parent: path.slice(0, -1).join(':'),
    depth: path.length - 1,
    fullyQualifiedName: row.text('fullyQualifiedName') || key,
    companyName: row.text('companyName'),
    givenName: row.text('givenName') || (row.text('familyName') === '' ? contact.givenName : ''),
    familyName: row.text('familyName') || (row.text('givenName') === '' ? contact.familyName : ''),
  };
}

function phonesOf(row: TableRow<CustomerField>) {
  const together = splitPhoneNumbers(row.text('phoneNumbers'));
  return {
    phone: row.text('phone') || together.phone,
    mobile: row.text('mobile') || together.mobile,
    alternatePhone: row.text('alternatePhone') || together.alternatePhone,
    fax: row.text('fax') || together.fax,
  };
}

const AMOUNTS = { balance: 'Balance', balanceWithJobs: 'Balance with jobs' } as const;

function amountOf(
  row: TableRow<CustomerField>,
  field: keyof typeof AMOUNTS,
  problems: Problems,
): number | null {
  const text = row.text(field);
  if (text === '') return null;
  const amount = parseAmount(text);
  if (amount === null) problems.note(`${AMOUNTS[field]} that is no amount was left out`, row.number);
  return amount;
}

const FLAGS = { active: 'Active', job: 'Job', isProject: 'IsProject', taxable: 'Taxable' } as const;

function flagOf(row: TableRow<CustomerField>, field: keyof typeof FLAGS, problems: Problems): boolean | null {
  const text = row.text(field);
  if (text === '') return null;
  const flag = parseFlag(text);
  if (flag === null) problems.note(`${FLAGS[field]} that is neither yes nor no was left out`, row.number);
  return flag;
}
