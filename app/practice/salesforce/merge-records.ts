import type { JsonObject, StoredRecord } from '../store/record.ts';
import type { WriteOrigin } from '../store/write-log.ts';
import { account } from './objects/account.ts';
import { contact } from './objects/contact.ts';
import type { ObjectType } from './objects/object-type.ts';
import type { SalesforceService } from './service.ts';
import { requireRecord, save } from './write-record.ts';

/** The references that move from an account that is merged away to its master. */
const following: readonly { readonly type: ObjectType; readonly reference: string }[] = [
  { type: contact, reference: 'AccountId' },
  { type: account, reference: 'ParentId' },
];

/**
 * Merges a record into another of its kind, as another user would: the loser is deleted with the master's id in
 * `MasterRecordId`, what hung on it hangs on the master, and the master keeps its own values.
 * Source: SOAP API Developer Guide, "merge()". Throws `NOT_FOUND` and `ENTITY_IS_DELETED`.
 */
export function mergeRecords(
  service: SalesforceService,
  type: ObjectType,
  ids: { readonly master: string; readonly loser: string },
  origin: WriteOrigin,
): { readonly master: StoredRecord; readonly loser: StoredRecord } {
  const write = (of: ObjectType, record: StoredRecord, fields: JsonObject) =>
    save(service, of, record, fields, origin, 'other');
  return service.store.transaction(() => {
    requireRecord(service, type, ids.master);
    const before = requireRecord(service, type, ids.loser);
    if (type === account) {
      for (const { type: below, reference } of following) {
        for (const record of [...service.store.all(below.name)]) {
          if (record[reference] !== ids.loser || record.IsDeleted === true) continue;
          write(below, record, { [reference]: record.Id === ids.master ? null : ids.master });
        }
      }
    }
    const loser = write(type, before, { IsDeleted: true, MasterRecordId: ids.master });
    return { master: write(type, requireRecord(service, type, ids.master), {}), loser };
  });
}
