import type { Account, Address, Customer } from './records.ts';

/** A field of a record as text to compare and to show. `isEvidence`: the matcher goes by it. */
export interface RecordField<T> {
  readonly name: Extract<keyof T, string>;
  readonly label: string;
  readonly isEvidence: boolean;
  readonly textOf: (record: T) => string;
}

type Name<T> = Extract<keyof T, string>;

const words: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return words[String(value)] ?? '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'object') return addressLine(value as Address);
  return String(value);
}

/** An address in one line. */
export function addressLine({ street, city, region, postalCode, country }: Address): string {
  const parts = [...street.split('\n'), city, `${region} ${postalCode}`.trim(), country];
  return parts.filter((part) => part !== '').join(', ');
}

function fields<T>(labels: Partial<Record<Name<T>, string>>, evidence: readonly Name<T>[]): RecordField<T>[] {
  return (Object.keys(labels) as Name<T>[]).map((name) => ({
    name,
    label: labels[name] ?? name,
    isEvidence: evidence.includes(name),
    textOf: (record) => textOf(record[name]),
  }));
}

/**
 * What of an account counts as a change between two exports, in the order in which it is told. Times and the sync token
 * move with every touch and say nothing by themselves.
 */
export const accountFields: readonly RecordField<Account>[] = fields<Account>(
  {
    name: 'Name',
    linkedCustomerId: 'QuickBooks id',
    phone: 'Phone',
    otherPhones: 'Other phones',
    emails: 'E-mail',
    website: 'Website',
    billing: 'Billing address',
    shipping: 'Shipping address',
    parentId: 'Parent account',
    owner: 'Owner',
    type: 'Type',
    resaleNumber: 'Resale number',
    taxable: 'Taxable',
    taxExemptionReason: 'Tax exemption reason',
    annualRevenue: 'Annual revenue',
  },
  ['name', 'phone', 'otherPhones', 'emails', 'website', 'billing', 'shipping', 'parentId'],
);

/** What of a customer counts as a change; a balance moves with every invoice and does not. */
export const customerFields: readonly RecordField<Customer>[] = fields<Customer>(
  {
    displayName: 'Display name',
    active: 'Active',
    companyName: 'Company name',
    givenName: 'Given name',
    familyName: 'Family name',
    printOnCheckName: 'Name on checks',
    email: 'E-mail',
    phone: 'Phone',
    mobile: 'Mobile',
    alternatePhone: 'Other phone',
    fax: 'Fax',
    website: 'Website',
    billing: 'Billing address',
    shipping: 'Shipping address',
    parentId: 'Parent customer',
    job: 'Job',
    isProject: 'Project',
    currency: 'Currency',
    resaleNumber: 'Resale number',
    taxable: 'Taxable',
    taxExemptionReason: 'Tax exemption reason',
    notes: 'Notes',
  },
  [
    'displayName',
    'companyName',
    'givenName',
    'familyName',
    'printOnCheckName',
    'email',
    'phone',
    'mobile',
    'alternatePhone',
    'website',
    'billing',
    'shipping',
    'parentId',
    'job',
  ],
);

/** Every field that reads otherwise in `after`, as {@link RecordField.textOf} shows it. */
export function changedFields<T>(known: readonly RecordField<T>[], before: T, after: T) {
  return known.flatMap(({ name, textOf: show }) => {
    const [was, is] = [show(before), show(after)];
    return was === is ? [] : [{ field: name as string, before: was, after: is }];
  });
}
