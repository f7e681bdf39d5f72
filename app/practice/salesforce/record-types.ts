import type { JsonObject, StoredRecord } from '../store/record.ts';
import { idOf } from './ids.ts';
import { recordType } from './objects/record-type.ts';

/** The record type that every object has besides its own, under the same id everywhere. */
const master = { id: '012000000000000AAA', name: 'Master' } as const;

const names = ['Customer', 'Prospect', 'Partner'] as const;
const [customer, prospect, partner] = names.map((_, index) => idOf(recordType.keyPrefix, 70 + index));

/** The record types of Account, as they are stored: part of how the organisation is set up, not of its data. */
export const recordTypes: readonly StoredRecord[] = names.map((name, index) => ({
  Id: idOf(recordType.keyPrefix, 70 + index),
  Name: name,
  DeveloperName: name,
  SobjectType: 'Account',
  IsActive: true,
}));

/** The record type of an account of the made-up company: six in ten customers, three prospects, one a partner. */
export function recordTypeOf(accountId: string): string | null {
  const tenth = [...accountId.slice(0, 15)].reduce((sum, char) => sum + char.charCodeAt(0), 0) % 10;
  return (tenth < 6 ? customer : tenth < 9 ? prospect : partner) ?? null;
}

/** The record type that a new record of this object gets where none is said; null where it has none of its own. */
export function usualRecordType(object: string): string | null {
  return object === 'Account' ? (customer ?? null) : null;
}

/** The `recordTypeInfos` of an object's describe. Source: REST API Developer Guide, "sObject Describe". */
export function recordTypeInfos(object: string, version: string): JsonObject[] {
  const own = recordTypes.filter(({ SobjectType }) => SobjectType === object);
  const info = (recordTypeId: string, name: string, isMaster: boolean, isUsual: boolean): JsonObject => ({
    active: true,
    available: true,
    defaultRecordTypeMapping: isUsual,
    developerName: name,
    master: isMaster,
    name,
    recordTypeId,
    urls: { layout: `/services/data/${version}/sobjects/${object}/describe/layouts/${recordTypeId}` },
  });
  return [
    ...own.map(({ Id, Name }, index) => info(String(Id), String(Name), false, index === 0)),
    info(master.id, master.name, true, own.length === 0),
  ];
}
