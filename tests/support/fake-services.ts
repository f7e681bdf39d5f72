import type { CurrentCustomer, CurrentLink, QuickBooksClient, SalesforceClient } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Account, Customer } from '#shared/records.ts';

/** What goes wrong with a call that writes. */
export type Fault = 'none' | 'lost-before' | 'lost-after' | 'session' | 'refused-connection';

const lost = () =>
  new AppError('service-unreachable', { service: 'Salesforce', address: 'test', detail: 'reset' });

/** Both services in memory, for the link writer: they count every write, and fail as they are told, call by call. */
export class FakeServices
  implements
    Pick<SalesforceClient, 'readLinks' | 'readHolders' | 'writeLinks'>,
    Pick<QuickBooksClient, 'readCustomers'>
{
  readonly links = new Map<AccountId, CurrentLink>();
  readonly customers = new Map<CustomerId, CurrentCustomer>();
  readonly writes = new Map<AccountId, number>();
  readonly lockedRows = new Set<AccountId>();
  readonly faults: Fault[] = [];
  /** Called right before and right after records are changed; may throw to play the death of the program. */
  onCommit: () => void = () => undefined;
  calls = 0;

  constructor(accounts: readonly Account[], customers: readonly Customer[]) {
    for (const { id, linkedCustomerId, syncToken, systemModstamp } of accounts) {
      this.links.set(id, { link: { customerId: linkedCustomerId, syncToken }, systemModstamp });
    }
    for (const { id, displayName, syncToken, active } of customers) {
      this.customers.set(id, { displayName, syncToken, active });
    }
  }

  /** An edit by somebody else. */
  touch(account: AccountId, customerId: string): void {
    this.links.set(account, {
      link: { customerId, syncToken: '' },
      systemModstamp: '2026-05-05T00:00:00.000+0000',
    });
  }

  async readLinks(ids: readonly AccountId[]) {
    return pick(this.links, ids);
  }

  async readHolders(ids: readonly CustomerId[]) {
    const holders = new Map<CustomerId, AccountId[]>();
    for (const id of ids) {
      const accounts = [...this.links]
        .filter(([, { link }]) => link.customerId === id)
        .map(([account]) => account);
      if (accounts.length > 0) holders.set(id, accounts);
    }
    return holders;
  }

  async readCustomers(ids: readonly CustomerId[]) {
    return pick(this.customers, ids);
  }

  async writeLinks(
    links: Parameters<SalesforceClient['writeLinks']>[0],
  ): ReturnType<SalesforceClient['writeLinks']> {
    this.calls += 1;
    const fault = this.faults.shift() ?? 'none';
    if (fault === 'lost-before') throw lost();
    if (fault === 'session') throw new AppError('service-session', { service: 'Salesforce' });
    if (fault === 'refused-connection') {
      throw new AppError('service-unreachable', {
        service: 'Salesforce',
        address: 'test',
        detail: 'refused',
        sent: 'no',
      });
    }
    this.onCommit();
    const outcomes = links.map(({ accountId, link }) => {
      if (this.lockedRows.has(accountId)) {
        return {
          kind: 'failed',
          code: 'UNABLE_TO_LOCK_ROW',
          serviceMessage: 'unable to obtain exclusive access',
          message: 'Locked',
          transient: true,
        } as const;
      }
      this.writes.set(accountId, (this.writes.get(accountId) ?? 0) + 1);
      this.links.set(accountId, {
        link,
        systemModstamp: `2026-06-06T00:00:${String(this.calls).padStart(2, '0')}.000+0000`,
      });
      return { kind: 'done' } as const;
    });
    this.onCommit();
    if (fault === 'lost-after') throw lost();
    return outcomes;
  }
}

function pick<K, V>(map: ReadonlyMap<K, V>, keys: readonly K[]): Map<K, V> {
  const found = new Map<K, V>();
  for (const key of keys) {
    const value = map.get(key);
    if (value !== undefined) found.set(key, value);
  }
  return found;
}
