import type { Controlled } from '../http/control.ts';
import { nameLists } from './name-space.ts';
import type { QuickbooksService } from './service.ts';
import { editCustomer } from './write-customer.ts';

/** The control of the QuickBooks stand-in. `reset` restores both services. QuickBooks deletes no customer. */
export function quickbooksControl(service: QuickbooksService, reset: () => void): Controlled {
  return {
    log: service.log,
    faults: service.faults,
    records: () => Object.fromEntries(nameLists.map((list) => [list, [...service.store.all(list)]])),
    edit: (id, changes, origin) => {
      const customer = service.store.get('Customer', id);
      return customer === undefined ? null : editCustomer(service, customer, changes, origin);
    },
    remove: () => null,
    expireSessions: (refresh) => service.sessions.expire(refresh),
    reset,
  };
}
