import type { Held, Link } from './record.ts';

/** A change of an account's link that is confirmed: what the account must carry for it, and what it gets. */
export interface Ordered {
  readonly from: string;
  readonly to: Link;
}

/** An account that is to be created of a customer, with its fields as a person saw them; `''` is left out. */
export interface NewAccount {
  readonly fields: Readonly<Record<string, string>>;
  /** Whether the person said to create it though a duplicate rule holds it for a double. */
  readonly overrules: boolean;
}

/** A customer that is to be made inactive, or active again: how it must be for that, and the account of its link. */
export interface NewActivity {
  readonly active: boolean;
  readonly token: string;
  readonly name: string;
  readonly account: string;
}

/** A write that Salesforce carried out: when, and what the program had read of the account before. */
interface Written {
  readonly at: number;
  readonly seen: Link;
  readonly to: Link;
}

/** What a person confirmed with one click. */
interface Confirmed {
  readonly links: ReadonlyMap<string, Ordered>;
  /** Of customers to be: the account that each display name is from. */
  readonly names: ReadonlyMap<string, string>;
  /** Accounts to be, by their customers. */
  readonly accounts: ReadonlyMap<string, NewAccount>;
  /** Customers of which an undo changes whether they are active. */
  readonly activities: ReadonlyMap<string, NewActivity>;
}

/** What a person confirmed, and what the services were made to do of it. */
export interface Order extends Confirmed {
  readonly kind: 'write' | 'undo' | 'create-customers' | 'create-accounts';
  readonly begun: number;
  /** Accounts whose links a person took out of it, and customers. */
  readonly leftOut: Set<string>;
  readonly written: Map<string, Written[]>;
  /** The customer that was created for an account, as QuickBooks gave it. */
  readonly created: Map<string, Held>;
  /** The request id under which an account's customer is sent. */
  readonly requests: Map<string, string>;
  /** The accounts that were created of a customer. */
  readonly made: Map<string, string[]>;
  /** Customers that were made inactive or active, as QuickBooks gave them. */
  readonly changed: Map<string, Held>;
  /** Records of which a service refused something, by their ids or those that they are made from. */
  readonly refused: Set<string>;
}

/** An order of which nothing is carried out yet. */
export function orderOf(kind: Order['kind'], begun: number, confirmed: Partial<Confirmed>): Order {
  return {
    links: new Map(),
    names: new Map(),
    accounts: new Map(),
    activities: new Map(),
    ...confirmed,
    kind,
    begun,
    leftOut: new Set(),
    written: new Map(),
    created: new Map(),
    requests: new Map(),
    made: new Map(),
    changed: new Map(),
    refused: new Set(),
  };
}
