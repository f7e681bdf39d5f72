import type { JsonObject, StoredRecord } from '../store/record.ts';
import type { WriteOrigin } from '../store/write-log.ts';
import { nextId } from './counters.ts';
import { completeCustomer, newCustomer } from './customer.ts';
import { writtenProperties } from './customer-request.ts';
import { duplicateName } from './fault.ts';
import { isNameTaken, type NameList } from './name-space.ts';
import type { QuickbooksService } from './service.ts';
import { quickbooksTime } from './time.ts';

/** Adds a customer, vendor or employee as another user would. Throws {@link Fault}, 6240 for a name that is taken. */
export function addName(
  service: QuickbooksService,
  list: NameList,
  fields: JsonObject,
  origin: WriteOrigin,
): StoredRecord {
  return service.store.transaction(() => {
    const now = quickbooksTime(new Date());
    const id = nextId(service.store, 'names');
    const record = completeCustomer(service.store, {
      ...(list === 'Customer' ? newCustomer : { Active: true }),
      ...writtenProperties(fields),
      domain: 'QBO',
      sparse: false,
      Id: id,
      SyncToken: '0',
      MetaData: { CreateTime: now, LastUpdatedTime: now },
    });
    if (isNameTaken(service.store, String(record.DisplayName), '')) throw duplicateName();
    service.store.put(list, id, record);
    service.log.done(origin, id, {}, record);
    return record;
  });
}
