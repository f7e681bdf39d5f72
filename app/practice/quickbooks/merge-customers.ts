import { isObject, type JsonObject, type StoredRecord, textOf } from '../store/record.ts';
import type { WriteOrigin } from '../store/write-log.ts';
import { completeCustomer, descendants } from './customer.ts';
import { businessError } from './fault.ts';
import type { QuickbooksService } from './service.ts';
import { quickbooksTime } from './time.ts';

/** Takes a customer away as a merge into another one does. */
export function mergeAway(
  service: QuickbooksService,
  customer: StoredRecord,
  origin: WriteOrigin,
): StoredRecord {
  const id = String(customer.Id);
  service.store.transaction(() => {
    service.store.remove('Customer', id);
    service.store.put('Merged', id, { Id: id, MetaData: { LastUpdatedTime: quickbooksTime(new Date()) } });
    service.log.done(origin, id, customer, {});
  });
  return customer;
}

/**
 * Merges a customer into another as a person does on the screen, since the API cannot: the loser is gone, its balance is
 * the master's, which keeps everything else. Throws {@link Fault} 6000 for a loser with sub-customers, which
 * QuickBooks wants moved first.
 */
export function mergeCustomers(
  service: QuickbooksService,
  master: StoredRecord,
  loser: StoredRecord,
  origin: WriteOrigin,
): { readonly master: StoredRecord; readonly loser: StoredRecord } {
  if (descendants(service.store, textOf(loser, 'Id')).length > 0) {
    throw businessError('A customer with sub-customers cannot be merged into another one');
  }
  return service.store.transaction(() => {
    const after = completeCustomer(service.store, {
      ...master,
      ...added(master, loser, 'Balance'),
      ...added(master, loser, 'BalanceWithJobs'),
      SyncToken: String(Number(master.SyncToken) + 1),
      MetaData: {
        ...(isObject(master.MetaData) ? master.MetaData : {}),
        LastUpdatedTime: quickbooksTime(new Date()),
      },
    });
    mergeAway(service, loser, origin);
    service.store.put('Customer', textOf(after, 'Id'), after);
    service.log.done(origin, textOf(after, 'Id'), master, after);
    return { master: after, loser };
  });
}

function added(master: StoredRecord, loser: StoredRecord, property: string): JsonObject {
  const cents = [master, loser].map((record) => Math.round(Number(record[property] ?? 0) * 100));
  return { [property]: cents.reduce((sum, one) => sum + one, 0) / 100 };
}
