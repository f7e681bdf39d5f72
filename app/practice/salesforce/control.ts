import { z } from 'zod';
import type { Controlled } from '../http/control.ts';
import type { JsonObject } from '../store/record.ts';
import type { WriteOrigin } from '../store/write-log.ts';
import { AccountSetup } from './account-setup.ts';
import { toId18 } from './ids.ts';
import { mergeRecords } from './merge-records.ts';
import { objectNamed, objectOfId, objectTypes } from './objects/catalogue.ts';
import type { ObjectType } from './objects/object-type.ts';
import type { SalesforceService } from './service.ts';
import { createRecord, deleteRecord, updateRecord } from './write-record.ts';

const accountIds = /\b001[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?\b/g;

/** Calls that may still be made today, and rows that a page of a query holds at the most. */
const Limits = z.strictObject({
  daily: z.int().nonnegative().optional(),
  rowsPerPage: z.int().positive().optional(),
});

/** The control of the Salesforce stand-in. `reset` restores both services. */
export function salesforceControl(service: SalesforceService, reset: () => void): Controlled {
  const find = (id: string): { type: ObjectType; id18: string } | null => {
    const id18 = toId18(id);
    const type = id18 === null ? undefined : objectOfId(id18);
    return id18 === null || type === undefined || service.store.get(type.name, id18) === undefined
      ? null
      : { type, id18 };
  };
  return {
    log: service.log,
    faults: service.faults,
    records: () => Object.fromEntries(objectTypes.map(({ name }) => [name, [...service.store.all(name)]])),
    named: (text) => text.match(accountIds)?.find((id) => find(id) !== null) ?? null,
    edit: (id: string, changes: JsonObject, origin: WriteOrigin) => {
      const found = find(id);
      return found && updateRecord(service, found.type, found.id18, changes, origin, 'other');
    },
    remove: (id: string, origin: WriteOrigin) => {
      const found = find(id);
      return found?.type.writable ? deleteRecord(service, found.type, found.id18, origin) : null;
    },
    add: (entity: string, fields: JsonObject, origin: WriteOrigin) => {
      const type = objectNamed(entity);
      return type?.writable ? createRecord(service, type, fields, origin, 'other') : null;
    },
    merge: (entity, ids, origin) => {
      const [master, loser] = [find(ids.master), find(ids.loser)];
      const type = objectNamed(entity);
      if (!type?.writable || master?.type !== type || loser?.type !== type) return null;
      return mergeRecords(service, type, { master: master.id18, loser: loser.id18 }, origin);
    },
    forgetCursors: () => service.cursors.clear(),
    setLimits: (limits) => {
      const parsed = Limits.safeParse(limits);
      if (!parsed.success) return false;
      const { daily, rowsPerPage } = parsed.data;
      if (daily !== undefined) service.usage.setDaily(daily);
      if (rowsPerPage !== undefined) service.cursors.rowsPerPage = rowsPerPage;
      return true;
    },
    setUp: (settings) => {
      const parsed = AccountSetup.safeParse(settings);
      if (parsed.success) service.accountSetup = parsed.data;
      return parsed.success;
    },
    expireSessions: (refresh) => service.sessions.expire(refresh),
    reset,
  };
}
