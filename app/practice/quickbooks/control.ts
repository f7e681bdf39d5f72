import type { Controlled } from '../http/control.ts';
import { mergeAway, mergeCustomers } from './merge-customers.ts';
import { nameLists } from './name-space.ts';
import { addName } from './others.ts';
import type { QuickbooksService } from './service.ts';
import { Limits } from './throttle.ts';
import { editCustomer } from './write-customer.ts';

/** In a path, between the quotes of a query, and in a body. */
const customerIds = /\/customer\/(\d+)|["'](\d+)["']/g;

/**
 * The control of the QuickBooks stand-in. `reset` restores both services. QuickBooks deletes no customer; one is removed
 * by merging it into another, of which nothing but its absence is seen, and `merge` names the other.
 */
export function quickbooksControl(service: QuickbooksService, reset: () => void): Controlled {
  return {
    log: service.log,
    faults: service.faults,
    records: () => Object.fromEntries(nameLists.map((list) => [list, [...service.store.all(list)]])),
    named: (text) =>
      [...text.matchAll(customerIds)]
        .map(([, inPath, inQuotes]) => inPath ?? inQuotes ?? '')
        .find((id) => service.store.get('Customer', id) !== undefined) ?? null,
    edit: (id, changes, origin) => {
      const customer = service.store.get('Customer', id);
      return customer === undefined ? null : editCustomer(service, customer, changes, origin);
    },
    remove: (id, origin) => {
      const customer = service.store.get('Customer', id);
      return customer === undefined ? null : mergeAway(service, customer, origin);
    },
    merge: (entity, ids, origin) => {
      const [master, loser] = [
        service.store.get('Customer', ids.master),
        service.store.get('Customer', ids.loser),
      ];
      if (entity !== 'Customer' || master === undefined || loser === undefined) return null;
      return mergeCustomers(service, master, loser, origin);
    },
    add: (entity, fields, origin) => {
      const list = nameLists.find((name) => name === entity);
      return list === undefined ? null : addName(service, list, fields, origin);
    },
    forgetCursors: () => undefined,
    setUp: () => false,
    setLimits: (limits) => {
      const parsed = Limits.safeParse(limits);
      if (parsed.success) service.throttle.set(parsed.data);
      return parsed.success;
    },
    expireSessions: (refresh) => service.sessions.expire(refresh),
    reset,
  };
}
