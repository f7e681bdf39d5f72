import { sourceFields, type TemplateSource } from '#shared/creation-template.ts';
import type { Side } from '#shared/datasets.ts';
import type { Account, Address, Customer } from '#shared/records.ts';
import { taxExemptionLabel } from '#shared/tax-exemption.ts';

/** The values of a record by the names that a template uses for its fields (`sourceFields`). */
export type SourceValues = ReadonlyMap<string, string>;

/** What each field is filled from, where a person chose otherwise than the package's mapping says. */
export type Template = ReadonlyMap<string, TemplateSource>;

/** An account's values, as a template names them. Of several e-mail addresses it is the first. Pure. */
export function valuesOfAccount(account: Account): SourceValues {
  const { name, phone, website, owner, type, resaleNumber, taxExemptionReason } = account;
  return new Map([
    ...Object.entries({ name, phone, website, owner, type, resaleNumber, taxExemptionReason }),
    ['email', account.emails[0] ?? ''],
    ['taxable', yesOrNo(account.taxable)],
    ...addressValues('billing', account.billing),
    ...addressValues('shipping', account.shipping),
  ]);
}

/** A customer's values, as a template names them. Of several e-mail addresses it is the first. Pure. */
export function valuesOfCustomer(customer: Customer): SourceValues {
  const { displayName, companyName, givenName, familyName, printOnCheckName } = customer;
  const { phone, mobile, website, resaleNumber, notes, taxExemptionReason } = customer;
  return new Map([
    ...Object.entries({ displayName, companyName, givenName, familyName, printOnCheckName }),
    ...Object.entries({ phone, mobile, website, resaleNumber, notes }),
    ['email', customer.email.split(/[,;]/)[0]?.trim() ?? ''],
    ['taxable', yesOrNo(customer.taxable)],
    ['taxExemptionReason', taxExemptionReason === '' ? '' : taxExemptionLabel(taxExemptionReason)],
    ...addressValues('billing', customer.billing),
    ...addressValues('shipping', customer.shipping),
  ]);
}

/** The value that a source comes to for one record, before it is made to fit. Pure. */
export function valueFrom(source: TemplateSource, values: SourceValues): string {
  switch (source.kind) {
    case 'field':
      return values.get(source.field) ?? '';
    case 'text':
      return source.text;
    case 'blank':
      return '';
  }
}

/** Whether the record's side has the field that a source names; a text or nothing is always there. Pure. */
export function isKnownSource(source: TemplateSource, side: Side): boolean {
  return source.kind !== 'field' || sourceFields[side].some(({ name }) => name === source.field);
}

const yesOrNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no');

function addressValues(kind: 'billing' | 'shipping', address: Address): [string, string][] {
  return [
    [`${kind}Street`, address.street],
    [`${kind}City`, address.city],
    [`${kind}Region`, address.region],
    [`${kind}PostalCode`, address.postalCode],
    [`${kind}Country`, address.country],
  ];
}
