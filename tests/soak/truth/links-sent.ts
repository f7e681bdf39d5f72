import { z } from 'zod';
import type { Answer, Asked } from '../gate.ts';
import type { Heard } from './hearing.ts';
import type { Order, Ordered } from './order.ts';
import type { Picture } from './picture.ts';
import { type Held, idField, type Link, linkOf, textOf, tokenField } from './record.ts';

const Patched = z.object({ records: z.array(z.looseObject({ id: z.string() })) });
const Results = z.array(z.looseObject({ success: z.boolean() }));

/** A call that writes links, which Salesforce answered. */
export function linksSent(picture: Picture, asked: Asked, answer: Answer): void {
  const { records } = Patched.parse(JSON.parse(asked.body));
  const results = answer.status === 200 ? Results.parse(JSON.parse(answer.body)) : [];
  for (const [index, record] of records.entries()) {
    const id = String(record.id);
    const heard = picture.hearing.of(id);
    const to = linkOf(record);
    const others = Object.keys(record).filter(
      (name) => !['id', 'Id', 'attributes', idField, tokenField].includes(name),
    );
    if (others.length > 0) picture.isWrong(`${id} is sent ${others.join(', ')}`);
    judgeLink(picture, id, to, heard);
    // A call that was refused as a whole did nothing, and may be sent again as it is.
    if (answer.status === 200) picture.hearing.spend(id);
    else picture.order?.refused.add(id);
    if (results[index]?.success === true) picture.linked(id, seenIn(heard, to), to);
    if (results[index]?.success === false) picture.order?.refused.add(id);
  }
}

/** What bulk jobs were given, and what they did of it. */
export class JobsSent {
  /** The rows of each job that are not carried out as far as was seen. */
  readonly #jobs = new Map<string, Map<string, { readonly to: Link; readonly seen: Link }>>();

  /** How many jobs were given something. */
  get size(): number {
    return this.#jobs.size;
  }

  /** Whether a request is about a job that was given something, which may be carried out now. */
  has({ path }: Asked): boolean {
    return this.#jobs.has(jobOf(path));
  }

  /** A request about a job. A job does nothing before it has rows, and then what they say; when, is Salesforce's affair. */
  asked(picture: Picture, what: string, asked: Asked, answer: Answer): void {
    if (asked.method === 'DELETE') return void picture.isWrong(`${what} to Salesforce`);
    if (asked.method !== 'PUT' || answer.status !== 201) return;
    const [head = '', ...lines] = asked.body.trim().split('\n');
    const columns = head.split(',').map((name) => name.replaceAll('"', ''));
    const odd = columns.filter((name) => !['Id', idField, tokenField].includes(name));
    if (odd.length > 0) picture.isWrong(`a job sends ${odd.join(', ')}`);
    const rows = new Map<string, { readonly to: Link; readonly seen: Link }>();
    for (const line of lines) {
      const cells = line.split(',').map((cell) => cell.replaceAll('"', '').replace('#N/A', ''));
      const record = Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']));
      const id = String(record.Id);
      const heard = picture.hearing.of(id);
      const to = linkOf(record);
      judgeLink(picture, id, to, heard);
      picture.hearing.spend(id);
      // What a job refuses is told in a file that is asked for later.
      picture.order?.refused.add(id);
      rows.set(id, { to, seen: seenIn(heard, to) });
    }
    this.#jobs.set(jobOf(what), rows);
  }

  /** Takes in what a job may have done to its accounts, as they are now. */
  did(picture: Picture, { path }: Asked, records: readonly Held[]): void {
    for (const [id, { to, seen }] of this.#jobs.get(jobOf(path)) ?? []) {
      const now = records.find((record) => record.Id === id);
      const before = picture.account(id);
      if (now === undefined || before === null || linkOf(now).id !== to.id) continue;
      // Where somebody else had given it the same id meanwhile, only who changed it last tells that the job did so too.
      const isOthers = now.LastModifiedById === before.LastModifiedById;
      if (linkOf(before).id === to.id && isOthers) continue;
      picture.linked(id, seen, to);
      this.#jobs.get(jobOf(path))?.delete(id);
    }
  }
}

function seenIn(heard: Heard | undefined, otherwise: Link): Link {
  return heard === undefined ? otherwise : linkOf(heard.record);
}

function judgeLink(picture: Picture, id: string, to: Link, heard: Heard | undefined): void {
  const { order } = picture;
  if (order === null) return void picture.isWrong(`${id} is written, and nobody confirmed anything`);
  const ordered = orderedIn(order, id, to);
  if (ordered === undefined) return void picture.isWrong(`${id} is written, which nobody confirmed`);
  if (order.leftOut.has(id)) picture.isWrong(`${id} is written, which was left out`);
  if (ordered.to.id !== to.id || ordered.to.token !== to.token)
    picture.isWrong(`${id} gets ${JSON.stringify(to)} where ${JSON.stringify(ordered.to)} was confirmed`);
  if (heard === undefined) return void picture.isWrong(`${id} is written without being read right before`);
  const seen = linkOf(heard.record).id;
  if (seen !== ordered.from)
    picture.isWrong(`${id} is written over “${seen}”, where “${ordered.from}” was to be`);
  if (order.kind === 'undo') judgeLinkBack(picture, order, id, to);
  else judgeNewLink(picture, order, id, to, heard.at);
}

/** A link that is given back to a customer which was to be made active again needs that customer to be. */
function judgeLinkBack(picture: Picture, order: Order, id: string, to: Link): void {
  const isToBeActive = order.activities.get(to.id)?.active === true;
  if (!isToBeActive || order.changed.has(to.id)) return;
  if (picture.hearing.of(to.id)?.record.Active === false)
    picture.isWrong(`${id} gets ${to.id} back, which was not made active again`);
}

function judgeNewLink(picture: Picture, order: Order, id: string, to: Link, at: number): void {
  const mayShare = picture.severalAccounts && order.kind === 'write';
  const carriers = picture.hearing.carriersOf(to.id);
  if (carriers === undefined)
    return void picture.isWrong(`${id} gets ${to.id}, of which nobody asked who carries it`);
  const holder = carriers.find((other) => other !== id);
  if (holder !== undefined && !mayShare)
    picture.isWrong(`${id} gets ${to.id}, which ${holder} was seen to carry`);
  const customer = picture.hearing.of(to.id);
  if (customer === undefined)
    return void picture.isWrong(`${id} gets ${to.id}, which was not read right before`);
  if (order.kind === 'create-customers') return;
  for (const [record, moment] of [
    [id, at],
    [to.id, customer.at],
  ] as const) {
    if (picture.wasStaleAt(record, moment))
      picture.isWrong(`${id} is written although ${record} was seen to be another one`);
  }
}

/** What is confirmed for an account; one whose customer was just created is to carry that. */
function orderedIn({ created, links }: Order, id: string, { token }: Link): Ordered | undefined {
  const made = created.get(id);
  return made === undefined ? links.get(id) : { from: '', to: { id: textOf(made.Id), token } };
}

/** The id of the bulk job that an address is about; `''` for none. */
function jobOf(path: string): string {
  return /jobs\/ingest\/(\w+)/.exec(path)?.[1] ?? '';
}
