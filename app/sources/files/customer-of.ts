import { CustomerId } from '#shared/ids.ts';
import type { Customer } from '#shared/records.ts';
import { addressReader } from './address-of.ts';
import type { CustomerField } from './columns/customer-layout.ts';
import { customerNamesReader } from './customer-names.ts';
import type { Fields } from './fields.ts';
import { type FileRecord, noteShortenedId } from './file-records.ts';
import type { Problems } from './problems.ts';
import type { Row } from './rows.ts';
import { amountReader, flagReader } from './value-readers.ts';
import { momentText } from './values/moment.ts';
import { splitPhoneNumbers } from './values/phone-numbers.ts';

/** Reads the customer that a row describes; null, with a problem noted, when it names none. */
export function customerReader(
  fields: Fields<CustomerField>,
  problems: Problems,
): (row: Row) => FileRecord<Customer> | null {
  const hasIds = fields.has('id');
  const idOf = fields.text('id');
  const namesOf = customerNamesReader(fields);
  const syncToken = fields.text('syncToken');
  const printOnCheckName = fields.text('printOnCheckName');
  const emails = fields.texts('email');
  const phones = fields.text('phoneNumbers');
  const phone = fields.text('phone');
  const mobile = fields.text('mobile');
  const alternatePhone = fields.text('alternatePhone');
  const fax = fields.text('fax');
  const website = fields.text('website');
  const billing = addressReader(fields, 'billing');
  const shipping = addressReader(fields, 'shipping');
  const active = flagReader(fields, 'active', problems);
  const isHidden = flagReader(fields, 'hidden', problems);
  const isShown = (row: Row): boolean | null => {
    const hidden = isHidden(row);
    return hidden === null ? null : !hidden;
  };
  const parentId = fields.text('parentId');
  const job = flagReader(fields, 'job', problems);
  const isProject = flagReader(fields, 'isProject', problems);
  const level = fields.text('level');
  const balanceOf = amountReader(fields, 'balance', problems);
  const balanceWithJobs = amountReader(fields, 'balanceWithJobs', problems);
  const currency = fields.text('currency');
  const resaleNumber = fields.text('resaleNumber');
  const taxable = flagReader(fields, 'taxable', problems);
  const taxExemptionReason = fields.text('taxExemptionReason');
  const notes = fields.text('notes');
  const createdAt = fields.text('createdAt');
  const lastModified = fields.text('lastModified');

  return (row) => {
    const ownId = idOf(row);
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
    noteShortenedId(ownId, row.number, fields.heading('id'), problems);
    const { displayName, companyName, givenName, familyName } = names;
    if (displayName === '') problems.note('No name', row.number);
    const addressNames = () => [displayName, companyName, `${givenName} ${familyName}`];
    const numbers = splitPhoneNumbers(phones(row));
    const balance = balanceOf(row) ?? 0;
    const record: Customer = {
      id: id.data,
      syncToken: syncToken(row),
      displayName,
      companyName,
      givenName,
      familyName,
      printOnCheckName: printOnCheckName(row),
      email: emails(row).join(', '),
      phone: phone(row) || numbers.phone,
      mobile: mobile(row) || numbers.mobile,
      alternatePhone: alternatePhone(row) || numbers.alternatePhone,
      fax: fax(row) || numbers.fax,
      website: website(row),
      billing: billing(row, addressNames),
      shipping: shipping(row, addressNames),
      active: active(row) ?? isShown(row) ?? !/\(deleted\)$/i.test(displayName),
      parentId: parentId(row) || names.parent,
      job: job(row) ?? names.depth > 0,
      isProject: isProject(row) ?? false,
      level: levelOf(level(row)) ?? names.depth,
      fullyQualifiedName: names.fullyQualifiedName,
      balance,
      balanceWithJobs: balanceWithJobs(row) ?? balance,
      currency: currencyCode(currency(row)),
      resaleNumber: resaleNumber(row),
      taxable: taxable(row),
      taxExemptionReason: taxExemptionReason(row),
      notes: notes(row),
      createdAt: momentText(createdAt(row)),
      lastModified: momentText(lastModified(row)),
    };
    return { row: row.number, ownId: hasIds ? ownId : null, record };
  };
}

function levelOf(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** `USD` of `USD United States Dollar`; a currency without such a code stays as it is. */
function currencyCode(text: string): string {
  return text.length === 3 ? text : (/^[A-Z]{3}\b/.exec(text)?.[0] ?? text);
}
