import type { FileKind } from '#shared/files.ts';
import { headingKey } from './headings.ts';

/** A layout that is known by name. */
export interface KnownLayout {
  readonly kind: FileKind;
  readonly name: string;
}

interface Signature extends KnownLayout {
  /** Headings that are all there. */
  readonly all: readonly string[];
  /** Of these at least one. */
  readonly any: readonly string[];
  /** API names have no spaces in them; the labels of reports do. */
  readonly apiNames?: true;
}

/** The closest description first: the first that fits counts. */
const SIGNATURES: readonly Signature[] = [
  {
    kind: 'contacts',
    name: 'Salesforce contacts',
    all: ['Account ID', 'Email'],
    any: ['Contact ID', 'First Name', 'Last Name', 'Full Name', 'Contact'],
  },
  {
    kind: 'customers',
    name: 'QuickBooks Desktop list (IIF)',
    all: ['NAME', 'BADDR1'],
    any: ['BADDR2', 'PHONE1', 'CONT1', 'EMAIL', 'COMPANYNAME'],
  },
  {
    kind: 'customers',
    name: 'QuickBooks Desktop customer list',
    all: ['Customer'],
    any: ['Active Status', 'Balance Total', 'Bill to 1', 'Main Phone', 'Main Email'],
  },
  {
    kind: 'customers',
    name: 'QuickBooks customer contact list',
    all: ['Phone Numbers'],
    any: ['Customer', 'Customer full name'],
  },
  {
    kind: 'customers',
    name: 'QuickBooks Online customer list',
    all: ['Name', 'Company name'],
    any: ['Open balance', 'Customer type', 'Attachments'],
  },
  {
    kind: 'customers',
    name: 'QuickBooks customers with API names',
    all: ['DisplayName'],
    any: [
      'PrimaryEmailAddr',
      'PrimaryEmailAddr.Address',
      'BillAddrLine1',
      'BillAddr.Line1',
      'SyncToken',
      'Active',
    ],
  },
  {
    kind: 'accounts',
    name: 'Salesforce Data Loader export',
    all: ['Id', 'Name'],
    any: [
      'BillingStreet',
      'BillingCity',
      'OwnerId',
      'Owner.Name',
      'ParentId',
      'SystemModstamp',
      'qime__QB_ID__c',
    ],
    apiNames: true,
  },
  {
    kind: 'accounts',
    name: 'Salesforce report',
    all: ['Account Name'],
    any: ['Account ID', 'Account Owner', 'Billing City', 'Billing Street', 'Billing State/Province', 'Type'],
  },
].map((signature) => ({
  ...signature,
  all: signature.all.map(headingKey),
  any: signature.any.map(headingKey),
})) as readonly Signature[];

/** Which known layout a row of headings has, null where none. */
export function knownLayout(headings: readonly string[]): KnownLayout | null {
  const keys = new Set(headings.map(headingKey));
  const hasSpaces = headings.some((heading) => heading.trim().includes(' '));
  const found = SIGNATURES.find(
    ({ all, any, apiNames }) =>
      all.every((key) => keys.has(key)) &&
      any.some((key) => keys.has(key)) &&
      !(apiNames === true && hasSpaces),
  );
  return found === undefined ? null : { kind: found.kind, name: found.name };
}
