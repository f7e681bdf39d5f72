// Longer than other files, because what is right at every moment is judged in one place, by one picture of both services.
import { z } from 'zod';
import type { Side } from '#shared/datasets.ts';
import type { Answer, Asked } from './gate.ts';

/** A record as a service has it. */
export const Held = z.looseObject({ Id: z.string() });
export type Held = z.infer<typeof Held>;

/** An account's two link fields. */
export interface Link {
  readonly id: string;
  readonly token: string;
}

/** A change of an account's link that is confirmed: what the account must carry for it, and what it gets. */
export interface Ordered {
  readonly from: string;
  readonly to: Link;
}

/** A write that Salesforce carried out: when, and what the program had read of the account before. */
interface Written {
  readonly at: number;
  readonly seen: Link;
  readonly to: Link;
}

/** What a person confirmed with one click, and what the services were made to do of it. */
export interface Order {
  readonly kind: 'write' | 'undo' | 'create';
  readonly begun: number;
  readonly links: ReadonlyMap<string, Ordered>;
  /** Of customers to be: the account that each display name is from. */
  readonly names: ReadonlyMap<string, string>;
  readonly written: Map<string, Written[]>;
  /** The customer that was created for an account. */
  readonly created: Map<string, string>;
  /** The request id under which an account's customer is sent. */
  readonly requests: Map<string, string>;
}

/** An order of which nothing is carried out yet. */
export function orderOf(
  kind: Order['kind'],
  begun: number,
  links: ReadonlyMap<string, Ordered>,
  names: ReadonlyMap<string, string> = new Map(),
): Order {
  return { kind, begun, links, names, written: new Map(), created: new Map(), requests: new Map() };
}

const idField = 'qime__QB_ID__c';
const tokenField = 'qime__QB_SyncToken__c';
/** What Salesforce itself moves on with every write. */
const stamps = new Set(['SystemModstamp', 'LastModifiedDate', 'LastModifiedById']);

const Patched = z.object({ records: z.array(z.looseObject({ id: z.string() })) });
const Results = z.array(z.looseObject({ success: z.boolean() }));
const Row = z.looseObject({ Id: z.string().optional() });
const Rows = z.union([
  z.looseObject({ records: z.array(Row) }).transform(({ records }) => records),
  z.array(Row.nullable()),
]);
const Found = z.looseObject({ QueryResponse: z.looseObject({ Customer: z.array(Held).optional() }) });
const Made = z.looseObject({ Customer: Held.optional() });
const Named = z.looseObject({ DisplayName: z.string() });

/**
 * What both services hold, and what was done to them by whom, known from the requests as they passed and from the edits as
 * they were made: nothing of it comes from the program. Everything that must not happen is noted in `wrong`.
 */
export class Truth {
  readonly wrong: string[] = [];
  readonly orders = new Map<number, Order>();
  /** What may be changed now; null for nothing. */
  order: Order | null = null;
  /** Counts what happens, in its one order. */
  clock = 0;
  readonly #records: Record<Side, Map<string, Held>> = { salesforce: new Map(), quickbooks: new Map() };
  /** When somebody else changed a record last; of an account, also when another one took its customer. */
  readonly #edited = new Map<string, number>();
  /** What the program has heard of a record, in its present life. */
  readonly #heard = new Map<string, { readonly at: number; readonly link: Link }>();
  /** When the program last brought the project up to date with a record. */
  readonly #known = new Map<string, number>();
  /** Every id that an account ever carried, with the moment from which it did. */
  readonly #carried = new Map<string, { readonly at: number; readonly id: string }[]>();
  /** What bulk jobs were given. */
  readonly #jobs = new Map<string, ReadonlyMap<string, { readonly to: Link; readonly seen: Link }>>();
  /** The accounts' ids when the program last heard who carries some. */
  #holders: ReadonlyMap<string, string> | null = null;

  /** Takes in the services as they are; what differs from before is of these records, which somebody else changed. */
  edited(side: Side, records: readonly Held[], touched: readonly string[] = []): void {
    this.clock += 1;
    const former = this.#records[side];
    const now = new Map(records.map((record) => [record.Id, record]));
    const different = [...new Set([...former.keys(), ...now.keys()])].filter(
      (id) => differences(former.get(id), now.get(id)).length > 0,
    );
    // A customer whose parent gets another name is called otherwise, and is still the same state of the same record.
    const edited = different.filter((id) =>
      differences(former.get(id), now.get(id)).some((one) => !/^FullyQ/.test(one)),
    );
    for (const id of [...touched, ...edited]) this.#edited.set(id, this.clock);
    this.#records[side] = now;
    for (const id of different) if (id.startsWith('001')) this.#note(id);
  }

  /** How many bulk jobs were given something. */
  get jobs(): number {
    return this.#jobs.size;
  }

  /** Forgets what a former life of the program has heard. */
  newLife(): void {
    this.#heard.clear();
    this.#holders = null;
  }

  /** Takes note that the project now holds these records as the program last heard of them. */
  broughtUpToDate(ids: Iterable<string> = this.#heard.keys()): void {
    for (const id of [...ids]) this.#known.set(id, this.#heard.get(id)?.at ?? this.clock);
  }

  link(account: string): Link | null {
    const record = this.#records.salesforce.get(account);
    return record === undefined || record.IsDeleted === true ? null : linkOf(record);
  }

  customer(id: string): Held | null {
    return this.#records.quickbooks.get(id) ?? null;
  }

  accounts(): Held[] {
    return [...this.#records.salesforce.values()].filter(
      ({ Id, IsDeleted }) => Id.startsWith('001') && IsDeleted !== true,
    );
  }

  customers(): Held[] {
    return [...this.#records.quickbooks.values()].filter(({ entity }) => entity === 'Customer');
  }

  /** Whether somebody else changed a record after this moment. */
  isEdited(id: string, since = 0): boolean {
    return (this.#edited.get(id) ?? -1) > since;
  }

  /** Whether somebody else changed a record since the project was brought up to date with it. */
  isStale(id: string): boolean {
    return this.isEdited(id, this.#known.get(id) ?? 0);
  }

  /** Whether an account carried an id at some time since a moment. */
  hasCarried(account: string, id: string, since: number): boolean {
    const history = this.#carried.get(account) ?? [];
    return history.some(
      (one, index) => one.id === id && (history[index + 1]?.at ?? Number.POSITIVE_INFINITY) > since,
    );
  }

  /** Takes in what a service did. `isHeard` is whether the program gets the whole answer. */
  happened(asked: Asked, answer: Answer, isHeard: boolean): void {
    this.clock += 1;
    const path = decodeURIComponent(asked.path);
    if (path.includes('/oauth2/')) return;
    const what = `${asked.method} ${path.replace(/^.*\/(v[\d.]+|company\/\d+)\//, '')}`;
    if (asked.side === 'salesforce') {
      if (what === 'PATCH composite/sobjects') this.#linked(asked, answer);
      else if (what.includes(' jobs/ingest')) this.#jobbed(what, asked, answer);
      else if (
        what === 'POST composite/sobjects/Account' ||
        (asked.method === 'GET' && what.includes('query'))
      ) {
        if (isHeard && `${path}${asked.body}`.includes(idField)) this.#heardAccounts(path, answer);
      } else if (asked.method !== 'GET') this.#isWrong(`${what} to Salesforce`);
      return;
    }
    if (asked.method === 'POST' && path.includes('/customer?')) this.#created(asked, answer);
    else if (asked.method !== 'GET') this.#isWrong(`${what} to QuickBooks`);
    else if (isHeard && path.includes('/query')) this.#heardCustomers(answer);
  }

  /** Whether a request is about a bulk job that was given something, which may be carried out now. */
  isOfJob({ path }: Asked): boolean {
    return this.#jobs.has(jobOf(path));
  }

  /** Takes in what a bulk job may have done to its accounts, as they are now. */
  jobDid(asked: Asked, records: readonly Held[]): void {
    for (const [id, { to, seen }] of this.#jobs.get(jobOf(asked.path)) ?? []) {
      const now = records.find((record) => record.Id === id);
      const before = this.#records.salesforce.get(id);
      if (now === undefined || before === undefined || linkOf(now).id !== to.id) continue;
      // Where somebody else had given it the same id meanwhile, only who changed it last tells that the job did so too.
      const isOthers = now.LastModifiedById === before.LastModifiedById;
      if (linkOf(before).id !== to.id || !isOthers) this.#write(id, seen, to);
    }
  }

  /** In what the services differ from what is to be so. */
  differencesFrom(side: Side, records: readonly Held[]): string[] {
    const now = new Map(records.map((record) => [record.Id, record]));
    const former = this.#records[side];
    return [...new Set([...former.keys(), ...now.keys()])].flatMap((id) =>
      differences(former.get(id), now.get(id)).map((difference) => `${id}: ${difference}`),
    );
  }

  #linked(asked: Asked, answer: Answer): void {
    const { records } = Patched.parse(JSON.parse(asked.body));
    const results = answer.status === 200 ? Results.parse(JSON.parse(answer.body)) : [];
    for (const [index, record] of records.entries()) {
      const id = String(record.id);
      const heard = this.#heard.get(id);
      const to = linkOf({ Id: id, ...record });
      const others = Object.keys(record).filter(
        (name) => !['id', 'Id', 'attributes', idField, tokenField].includes(name),
      );
      if (others.length > 0) this.#isWrong(`${id} is sent ${others.join(', ')}`);
      this.#judgeLink(id, to, heard);
      // A call that was refused as a whole did nothing, and may be sent again as it is.
      if (answer.status === 200) this.#heard.delete(id);
      if (results[index]?.success === true) this.#write(id, heard?.link ?? to, to);
    }
  }

  #write(id: string, seen: Link, to: Link): void {
    const before = this.#records.salesforce.get(id);
    if (before === undefined) return;
    this.order?.written.set(id, [...(this.order.written.get(id) ?? []), { at: this.clock, seen, to }]);
    this.#records.salesforce.set(id, {
      ...before,
      [idField]: to.id === '' ? null : to.id,
      [tokenField]: to.token === '' ? null : to.token,
    });
    this.#note(id);
  }

  /** A bulk job does nothing before it has rows, and then what they say; when, is Salesforce's affair. */
  #jobbed(what: string, asked: Asked, answer: Answer): void {
    const job = jobOf(what);
    if (asked.method === 'DELETE') return void this.#isWrong(`${what} to Salesforce`);
    if (asked.method !== 'PUT' || answer.status !== 201) return;
    const [head = '', ...lines] = asked.body.trim().split('\n');
    const columns = head.split(',').map((name) => name.replaceAll('"', ''));
    const odd = columns.filter((name) => !['Id', idField, tokenField].includes(name));
    if (odd.length > 0) this.#isWrong(`a job sends ${odd.join(', ')}`);
    const rows = new Map<string, { readonly to: Link; readonly seen: Link }>();
    for (const line of lines) {
      const cells = line.split(',').map((cell) => cell.replaceAll('"', '').replace('#N/A', ''));
      const record = Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']));
      const id = String(record.Id);
      const heard = this.#heard.get(id);
      const to = linkOf({ Id: id, ...record });
      this.#judgeLink(id, to, heard);
      this.#heard.delete(id);
      rows.set(id, { to, seen: heard?.link ?? to });
    }
    this.#jobs.set(job, rows);
  }

  #judgeLink(id: string, to: Link, heard: { readonly at: number; readonly link: Link } | undefined): void {
    const { order } = this;
    if (order === null) return void this.#isWrong(`${id} is written, and nobody confirmed anything`);
    const made = order.created.get(id);
    const ordered =
      made === undefined ? order.links.get(id) : { from: '', to: { id: made, token: to.token } };
    if (ordered === undefined) return void this.#isWrong(`${id} is written, which nobody confirmed`);
    if (ordered.to.id !== to.id || ordered.to.token !== to.token)
      this.#isWrong(`${id} gets ${JSON.stringify(to)} where ${JSON.stringify(ordered.to)} was confirmed`);
    if (heard === undefined) return void this.#isWrong(`${id} is written without being read right before`);
    if (heard.link.id !== ordered.from)
      this.#isWrong(`${id} is written over “${heard.link.id}”, where “${ordered.from}” was to be`);
    if (order.kind === 'undo') return;
    const holder = [...(this.#holders ?? [])].find(([other, held]) => other !== id && held === to.id);
    if (holder !== undefined) this.#isWrong(`${id} gets ${to.id}, which ${holder[0]} was seen to carry`);
    const customer = this.#heard.get(to.id);
    if (customer === undefined)
      return void this.#isWrong(`${id} gets ${to.id}, which was not read right before`);
    if (order.kind === 'create') return;
    for (const [record, { at }] of [
      [id, heard],
      [to.id, customer],
    ] as const) {
      const edited = this.#edited.get(record) ?? 0;
      if (edited > (this.#known.get(record) ?? 0) && edited < at)
        this.#isWrong(`${id} is written although ${record} was seen to be another one`);
    }
  }

  #created(asked: Asked, answer: Answer): void {
    const body = Named.parse(JSON.parse(asked.body));
    const request = new URL(asked.path, 'http://local').searchParams.get('requestid') ?? '';
    const account = this.order?.names.get(body.DisplayName);
    const { order } = this;
    if (order === null || account === undefined)
      return void this.#isWrong(`customer “${body.DisplayName}” is sent, which nobody confirmed`);
    if ('Id' in body || 'SyncToken' in body) this.#isWrong(`“${body.DisplayName}” is sent with an id`);
    if (request === '' || (order.requests.get(account) ?? request) !== request)
      this.#isWrong(`“${body.DisplayName}” is sent under another request id`);
    order.requests.set(account, request);
    const made = answer.status === 200 ? Made.parse(JSON.parse(answer.body)).Customer : undefined;
    if (made === undefined) return;
    const former = order.created.get(account);
    if (former !== undefined && former !== made.Id) this.#isWrong(`“${body.DisplayName}” is created twice`);
    order.created.set(account, made.Id);
    if (former === undefined) this.#records.quickbooks.set(made.Id, { ...made, entity: 'Customer' });
  }

  #heardAccounts(path: string, answer: Answer): void {
    const rows = Rows.safeParse(parsed(answer.body));
    for (const row of rows.data ?? []) {
      const Id = row?.Id;
      const link = Id === undefined ? null : this.link(Id);
      if (Id !== undefined && link !== null) this.#heard.set(Id, { at: this.clock, link });
    }
    if (!new RegExp(`${idField}[ +]IN`).test(path)) return;
    this.#holders = new Map(this.accounts().map((account) => [account.Id, linkOf(account).id]));
  }

  #heardCustomers(answer: Answer): void {
    const found = Found.safeParse(parsed(answer.body));
    for (const { Id } of found.data?.QueryResponse.Customer ?? [])
      this.#heard.set(Id, { at: this.clock, link: { id: '', token: '' } });
  }

  #note(account: string): void {
    const history = this.#carried.get(account) ?? [];
    this.#carried.set(account, [...history, { at: this.clock, id: this.link(account)?.id ?? 'gone' }]);
  }

  #isWrong(what: string): void {
    this.wrong.push(what);
  }
}

function linkOf(record: Held): Link {
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  return { id: text(record[idField]), token: text(record[tokenField]) };
}

function differences(before: Held | undefined, after: Held | undefined): string[] {
  if (before === undefined || after === undefined)
    return before === after ? [] : [before === undefined ? 'is new' : 'is gone'];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !stamps.has(name))
    .filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))
    .map(
      (name) =>
        `${name} is ${JSON.stringify(after[name] ?? null)}, not ${JSON.stringify(before[name] ?? null)}`,
    );
}

/** The id of the bulk job that an address is about; `''` for none. */
function jobOf(path: string): string {
  return /jobs\/ingest\/(\w+)/.exec(path)?.[1] ?? '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
