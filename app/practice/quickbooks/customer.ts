import { isObject, type Json, type JsonObject, type StoredRecord, textOf } from '../store/record.ts';
import type { Store } from '../store/store.ts';
import { businessError, Fault, required } from './fault.ts';

const deepestLevel = 4;

/** What a new customer has before anything is given. */
export const newCustomer: JsonObject = {
  Taxable: true,
  Job: false,
  BillWithParent: false,
  Balance: 0,
  BalanceWithJobs: 0,
  CurrencyRef: { value: 'USD', name: 'United States Dollar' },
  PreferredDeliveryMethod: 'Print',
  IsProject: false,
  Active: true,
};

/** The order in which properties are served. */
const servedOrder = [
  'Taxable',
  'TaxExemptionReasonId',
  'BillAddr',
  'ShipAddr',
  'Notes',
  'Job',
  'BillWithParent',
  'ParentRef',
  'Level',
  'Balance',
  'BalanceWithJobs',
  'CurrencyRef',
  'PreferredDeliveryMethod',
  'ResaleNum',
  'IsProject',
  'domain',
  'sparse',
  'Id',
  'SyncToken',
  'MetaData',
];

/**
 * A customer as it is stored and served: only populated properties, with those that follow from others (names, level,
 * full name). Throws 2020 without any name, 2500 for a parent that does not exist, 6000 for a hierarchy too deep.
 */
export function completeCustomer(store: Store, given: JsonObject): StoredRecord {
  const composed = ['Title', 'GivenName', 'MiddleName', 'FamilyName', 'Suffix']
    .map((part) => textOf(given, part))
    .filter((part) => part !== '')
    .join(' ');
  const displayName = textOf(given, 'DisplayName') || composed;
  if (displayName === '') {
    throw required('DisplayName, or one of Title, GivenName, MiddleName, FamilyName, Suffix');
  }
  const parents = ancestors(store, given);
  if (given.Job === true && parents.length === 0) throw required('ParentRef');
  const [parent] = parents;
  const populated: Record<string, Json> = {};
  const all: JsonObject = {
    ...given,
    DisplayName: displayName,
    PrintOnCheckName: textOf(given, 'PrintOnCheckName') || textOf(given, 'CompanyName') || displayName,
    FullyQualifiedName: [
      ...parents.map((record) => textOf(record, 'DisplayName')).reverse(),
      displayName,
    ].join(':'),
    Level: parent === undefined ? null : parents.length,
  };
  const order = [...servedOrder.filter((name) => name in all), ...Object.keys(all)];
  for (const name of order) {
    const value = all[name];
    if (value !== undefined && value !== null && value !== '') populated[name] = value;
  }
  return populated;
}

/** The ids of the customers whose full name follows from this one's, nearest first. */
export function descendants(store: Store, id: string): string[] {
  const children = [...store.all('Customer')]
    .filter((record) => parentId(record) === id)
    .map((record) => textOf(record, 'Id'));
  return children.flatMap((child) => [child, ...descendants(store, child)]);
}

/** The ids of the customers that have others below them; '' is among them. */
export function parentIds(customers: readonly JsonObject[]): ReadonlySet<string> {
  return new Set(customers.map(parentId));
}

function parentId(record: JsonObject): string {
  return isObject(record.ParentRef) ? textOf(record.ParentRef, 'value') : '';
}

function ancestors(store: Store, record: JsonObject): StoredRecord[] {
  const found: StoredRecord[] = [];
  for (let id = parentId(record); id !== ''; id = parentId(found.at(-1) ?? {})) {
    const parent = store.get('Customer', id);
    if (parent === undefined) {
      throw new Fault(
        '2500',
        'Invalid Reference Id',
        `Invalid Reference Id : Names element id ${id} not found`,
        'ParentRef',
      );
    }
    if (id === textOf(record, 'Id') || found.length === deepestLevel) {
      throw businessError('A sub-customer cannot be nested in itself or more than four levels deep');
    }
    found.push(parent);
  }
  return found;
}
