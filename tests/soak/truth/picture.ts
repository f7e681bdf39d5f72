import type { Side } from '#shared/datasets.ts';
import { Hearing } from './hearing.ts';
import type { Order } from './order.ts';
import { changedFields, differences, type Held, idField, type Link, linkOf, tokenField } from './record.ts';

/**
 * What both services hold, and what was done to them by whom, known from the requests as they passed and from the edits as
 * they were made: nothing of it comes from the program. Everything that must not happen is noted in `wrong`.
 */
export class Picture {
  readonly wrong: string[] = [];
  readonly orders = new Map<number, Order>();
  /** What may be changed now; null for nothing. */
  order: Order | null = null;
  /** Counts what happens, in its one order. */
  clock = 0;
  /** Whether the person allowed that one customer belongs to several accounts. */
  severalAccounts = false;
  readonly hearing = new Hearing();
  readonly #records: Record<Side, Map<string, Held>> = { salesforce: new Map(), quickbooks: new Map() };
  /** When somebody else changed a record last; of an account, also when another one took its customer. */
  readonly #edited = new Map<string, number>();
  /** When the program last brought the project up to date with a record. */
  readonly #known = new Map<string, number>();
  /** Every id that an account ever carried, with the moment from which it did. */
  readonly #carried = new Map<string, { readonly at: number; readonly id: string }[]>();

  /** Takes in the services as they are before anything happens. */
  begins(side: Side, records: readonly Held[]): void {
    this.#records[side] = new Map(records.map((record) => [record.Id, record]));
    for (const { Id } of records) if (Id.startsWith('001')) this.#note(Id);
  }

  /** Takes in the services as they are; what differs from before is of these records, which somebody else changed. */
  edited(side: Side, records: readonly Held[], touched: readonly string[] = []): void {
    this.clock += 1;
    const former = this.#records[side];
    const now = new Map(records.map((record) => [record.Id, record]));
    const changes = (id: string) => changedFields(former.get(id), now.get(id)) ?? ['Id'];
    const different = [...new Set([...former.keys(), ...now.keys()])].filter((id) => changes(id).length > 0);
    // A customer whose parent gets another name is called otherwise, and is still the same state of the same record.
    const edited = different.filter((id) => changes(id).some((name) => name !== 'FullyQualifiedName'));
    for (const id of [...touched, ...edited]) this.#edited.set(id, this.clock);
    this.#records[side] = now;
    for (const id of different) if (id.startsWith('001')) this.#note(id);
  }

  /** Takes note that the project now holds these records as the program last heard of them. */
  broughtUpToDate(ids: Iterable<string> = this.hearing.ids()): void {
    for (const id of [...ids]) this.#known.set(id, this.hearing.of(id)?.at ?? this.clock);
  }

  link(account: string): Link | null {
    const record = this.#records.salesforce.get(account);
    return record === undefined || record.IsDeleted === true ? null : linkOf(record);
  }

  customer(id: string): Held | null {
    return this.#records.quickbooks.get(id) ?? null;
  }

  account(id: string): Held | null {
    return this.#records.salesforce.get(id) ?? null;
  }

  accounts(): Held[] {
    return [...this.#records.salesforce.values()].filter(
      ({ Id, IsDeleted }) => Id.startsWith('001') && IsDeleted !== true,
    );
  }

  customers(): Held[] {
    return [...this.#records.quickbooks.values()].filter(({ entity }) => entity === 'Customer');
  }

  /** The accounts that carry a customer's id. */
  carriers(customer: string): string[] {
    return this.accounts()
      .filter((account) => linkOf(account).id === customer)
      .map(({ Id }) => Id);
  }

  /** Whether somebody else changed a record after this moment. */
  isEdited(id: string, since = 0): boolean {
    return (this.#edited.get(id) ?? -1) > since;
  }

  /** Whether somebody else changed a record since the project was brought up to date with it. */
  isStale(id: string): boolean {
    return this.isEdited(id, this.#known.get(id) ?? 0);
  }

  /** Whether somebody else changed a record since the project was brought up to date with it, before this moment. */
  wasStaleAt(id: string, moment: number): boolean {
    return this.isStale(id) && (this.#edited.get(id) ?? 0) < moment;
  }

  /** Whether an account carried an id at some time since a moment. */
  hasCarried(account: string, id: string, since: number): boolean {
    const history = this.#carried.get(account) ?? [];
    return history.some(
      (one, index) => one.id === id && (history[index + 1]?.at ?? Number.POSITIVE_INFINITY) > since,
    );
  }

  /** Whether any other account carried an id at some time since a moment. */
  hasAnotherCarried(account: string, id: string, since: number): boolean {
    return [...this.#carried.keys()].some((other) => other !== account && this.hasCarried(other, id, since));
  }

  /** In what the services differ from what is to be so. */
  differencesFrom(side: Side, records: readonly Held[]): string[] {
    const now = new Map(records.map((record) => [record.Id, record]));
    const former = this.#records[side];
    return [...new Set([...former.keys(), ...now.keys()])].flatMap((id) =>
      differences(former.get(id), now.get(id)).map((difference) => `${id}: ${difference}`),
    );
  }

  /** Salesforce gave an account another link for the program, which had seen it with this one. */
  linked(id: string, seen: Link, to: Link): void {
    const before = this.#records.salesforce.get(id);
    if (before === undefined) return;
    this.wrote(id, seen, to);
    this.took('salesforce', {
      ...before,
      [idField]: to.id === '' ? null : to.id,
      [tokenField]: to.token === '' ? null : to.token,
    });
  }

  /** Notes under the order that an account's link was written. */
  wrote(id: string, seen: Link, to: Link): void {
    const { order, clock: at } = this;
    order?.written.set(id, [...(order.written.get(id) ?? []), { at, seen, to }]);
  }

  /** A record is so now because of what the program asked for. */
  took(side: Side, record: Held): void {
    this.#records[side].set(record.Id, record);
    if (record.Id.startsWith('001')) this.#note(record.Id);
  }

  isWrong(what: string): void {
    this.wrong.push(what);
  }

  #note(account: string): void {
    const history = this.#carried.get(account) ?? [];
    this.#carried.set(account, [...history, { at: this.clock, id: this.link(account)?.id ?? 'gone' }]);
  }
}
