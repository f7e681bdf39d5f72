import { isObject, type Json, type JsonObject, type StoredRecord, textOf } from '../store/record.ts';
import type { WriteOrigin } from '../store/write-log.ts';
import { asSetUp, refuseDoubles, requireUniqueId } from './account-setup.ts';
import { salesforceTime, stampAfter } from './dates.ts';
import { notFound, SalesforceError } from './errors.ts';
import { idOf, toId18 } from './ids.ts';
import { account } from './objects/account.ts';
import { contact } from './objects/contact.ts';
import { blankFields, type ObjectType } from './objects/object-type.ts';
import { usualRecordType } from './record-types.ts';
import type { SalesforceService } from './service.ts';
import { otherUserId, signedInUserId } from './sign-in.ts';
import { fieldsToWrite, requireFields } from './write-fields.ts';

/** Where numbering goes on after the records that the company begins with. */
const firstNewNumber = 900_000;

/** Who writes: the one signed in, or the other user that the control acts for. */
export type Writer = 'signed-in' | 'other';

/**
 * Updates one record and logs it. Gives the record as it is afterwards.
 * Throws `NOT_FOUND`, `ENTITY_IS_DELETED` and what {@link fieldsToWrite} throws; the refusal is logged too.
 */
export function updateRecord(
  service: SalesforceService,
  type: ObjectType,
  id: string,
  body: JsonObject,
  origin: WriteOrigin,
  writer: Writer = 'signed-in',
): StoredRecord {
  return logged(service, origin, id, writer, () => {
    if (!type.writable) throw notWritable(type);
    const before = requireRecord(service, type, id);
    const written = fieldsToWrite(asWrittenBy(service, type, writer), body, 'update', existsIn(service));
    if (type === account) requireUniqueId(service, service.accountSetup, { ...before, ...written });
    return save(service, type, before, written, origin, writer);
  });
}

/**
 * Creates one record and logs it. Gives the record; throws what {@link fieldsToWrite} and {@link requireFields} do, and for an
 * account of one's own what {@link refuseDoubles} does, unless doubles are allowed.
 */
export function createRecord(
  service: SalesforceService,
  type: ObjectType,
  body: JsonObject,
  origin: WriteOrigin,
  writer: Writer = 'signed-in',
  allowDoubles = false,
): StoredRecord {
  return logged(service, origin, null, writer, () => {
    if (!type.writable) throw notWritable(type);
    const written = fieldsToWrite(asWrittenBy(service, type, writer), body, 'create', existsIn(service));
    const usual = usualRecordType(type.name);
    const record: Record<string, Json> = {
      ...blankFields(type),
      OwnerId: signedInUserId,
      ...(usual === null ? {} : { RecordTypeId: usual }),
      ...written,
      Id: nextId(service, type),
    };
    requireFields(asWrittenBy(service, type, writer), record);
    if (type === account && writer === 'signed-in') {
      requireUniqueId(service, service.accountSetup, record);
      if (!allowDoubles) refuseDoubles(service, service.accountSetup, textOf(record, 'Name'));
    }
    const now = salesforceTime(new Date());
    const user = writer === 'signed-in' ? signedInUserId : otherUserId;
    const stored = withName(type, {
      ...record,
      CreatedDate: now,
      CreatedById: user,
      LastModifiedDate: now,
      LastModifiedById: user,
      SystemModstamp: now,
    });
    service.store.transaction(() => {
      service.store.put(type.name, String(stored.Id), stored);
      service.log.done(origin, String(stored.Id), {}, stored);
    });
    return stored;
  });
}

/** Marks a record as deleted, as the other user would, and with an account its contacts. */
export function deleteRecord(
  service: SalesforceService,
  type: ObjectType,
  id: string,
  origin: WriteOrigin,
): StoredRecord {
  return service.store.transaction(() => {
    const deleted = save(
      service,
      type,
      requireRecord(service, type, id),
      { IsDeleted: true },
      origin,
      'other',
    );
    if (type === account) {
      for (const below of [...service.store.all(contact.name)]) {
        if (below.AccountId !== id || below.IsDeleted === true) continue;
        save(service, contact, below, { IsDeleted: true }, origin, 'other');
      }
    }
    return deleted;
  });
}

/** The record of this 18-character id. Throws `NOT_FOUND`, or `ENTITY_IS_DELETED` for one in the recycle bin. */
export function requireRecord(service: SalesforceService, type: ObjectType, id: string): StoredRecord {
  const record = service.store.get(type.name, id);
  if (record === undefined) throw notFound();
  if (record.IsDeleted === true) throw new SalesforceError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
  return record;
}

/** The 18-character form of an id in a request. Throws `NOT_FOUND`, as Salesforce does for what is no id. */
export function requireId(type: ObjectType, id: string): string {
  const id18 = toId18(id);
  if (id18 === null || !id18.startsWith(type.keyPrefix)) {
    throw new SalesforceError(
      404,
      'NOT_FOUND',
      `Provided external ID field does not exist or is not accessible: ${id}`,
    );
  }
  return id18;
}

/** Stores what was written over a record, whatever fields those are, with a new stamp, and logs it. */
export function save(
  service: SalesforceService,
  type: ObjectType,
  before: StoredRecord,
  written: JsonObject,
  origin: WriteOrigin,
  writer: Writer,
): StoredRecord {
  const stamp = stampAfter(textOf(before, 'SystemModstamp'), new Date());
  const after = withName(type, {
    ...before,
    ...written,
    LastModifiedDate: stamp,
    LastModifiedById: writer === 'signed-in' ? signedInUserId : otherUserId,
    SystemModstamp: stamp,
  });
  const id = String(before.Id);
  service.store.transaction(() => {
    service.store.put(type.name, id, after);
    service.log.done(origin, id, before, after);
  });
  return after;
}

function logged<T>(
  service: SalesforceService,
  origin: WriteOrigin,
  id: string | null,
  writer: Writer,
  write: () => T,
): T {
  try {
    if (writer === 'signed-in') {
      const fault = service.faults.next('record', { ...origin, record: id });
      if (fault !== null) throw new SalesforceError(400, fault.code, fault.message);
    }
    return write();
  } catch (error) {
    if (error instanceof SalesforceError) service.log.refused(origin, id, error.errorCode);
    throw error;
  }
}

/** An object as it is set up; the other user may do what the signed-in one may not. */
function asWrittenBy({ accountSetup }: SalesforceService, type: ObjectType, writer: Writer): ObjectType {
  return writer === 'signed-in' ? asSetUp(type, accountSetup) : type;
}

function existsIn(service: SalesforceService) {
  return (type: string, id: string): boolean => {
    const record = service.store.get(type, id);
    return isObject(record) && record.IsDeleted !== true;
  };
}

/** A contact's Name is made of its parts. */
function withName(type: ObjectType, record: StoredRecord): StoredRecord {
  if (type.name !== 'Contact') return record;
  const parts = [textOf(record, 'FirstName'), textOf(record, 'LastName')];
  return { ...record, Name: parts.filter((part) => part !== '').join(' ') };
}

function nextId(service: SalesforceService, type: ObjectType): string {
  let number = firstNewNumber + service.store.size(type.name);
  while (service.store.get(type.name, idOf(type.keyPrefix, number)) !== undefined) number += 1;
  return idOf(type.keyPrefix, number);
}

function notWritable(type: ObjectType): SalesforceError {
  return new SalesforceError(
    400,
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    `entity type ${type.name} cannot be inserted, updated or activated through the API`,
  );
}
