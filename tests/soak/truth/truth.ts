import { z } from 'zod';
import type { Answer, Asked } from '../gate.ts';
import { accountsSent, createsAccounts } from './accounts-sent.ts';
import { customerRefused, customerSent } from './customers-sent.ts';
import { JobsSent, linksSent } from './links-sent.ts';
import { Picture } from './picture.ts';
import { Held, idField, parsed } from './record.ts';

const Row = z.looseObject({ Id: z.string().optional() });
const Rows = z.union([
  z.looseObject({ records: z.array(Row) }).transform(({ records }) => records),
  z.array(Row.nullable()),
]);
const Found = z.looseObject({ QueryResponse: z.looseObject({ Customer: z.array(Held).optional() }) });

/** The picture of both services, kept up by every request as it passed. Each is judged by what was heard before it. */
export class Truth extends Picture {
  readonly #jobs = new JobsSent();

  /** How many bulk jobs were given something. */
  get jobs(): number {
    return this.#jobs.size;
  }

  /** Whether what a request did shows only in the records that Salesforce holds since. */
  isSeenInRecords(asked: Asked): boolean {
    return createsAccounts(asked) || asked.path.includes('/jobs/ingest');
  }

  /**
   * Takes in what a service did. `isHeard` is whether the program gets the whole answer, `now` what Salesforce holds since
   * (see {@link isSeenInRecords}).
   */
  happened(asked: Asked, answer: Answer, isHeard: boolean, now: readonly Held[]): void {
    this.clock += 1;
    const path = decodeURIComponent(asked.path);
    if (path.includes('/oauth2/')) return;
    const what = `${asked.method} ${path.replace(/^.*\/(v[\d.]+|company\/\d+)\//, '')}`;
    if (asked.side === 'quickbooks') {
      if (asked.method === 'POST' && path.includes('/customer?')) customerSent(this, asked, answer);
      else if (asked.method !== 'GET') this.isWrong(`${what} to QuickBooks`);
      else if (isHeard && path.includes('/query')) this.#heardCustomers(answer);
      return;
    }
    if (what === 'PATCH composite/sobjects') linksSent(this, asked, answer);
    else if (createsAccounts(asked)) accountsSent(this, asked, answer, now);
    else if (what.includes(' jobs/ingest')) {
      this.#jobs.asked(this, what, asked, answer);
      if (this.#jobs.has(asked)) this.#jobs.did(this, asked, now);
    } else if (
      what === 'POST composite/sobjects/Account' ||
      (asked.method === 'GET' && what.includes('query'))
    ) {
      if (isHeard && `${path}${asked.body}`.includes(idField)) this.#heardAccounts(path, answer);
    } else if (asked.method !== 'GET') this.isWrong(`${what} to Salesforce`);
  }

  /** Takes in that the program gets an answer to what never reached the service. */
  happenedInstead(asked: Asked, answer: Answer): void {
    if (asked.side === 'quickbooks' && asked.method === 'POST' && asked.path.includes('/customer?'))
      if (answer.status === 200) customerRefused(this, asked);
  }

  #heardAccounts(path: string, answer: Answer): void {
    const rows = Rows.safeParse(parsed(answer.body));
    for (const row of rows.data ?? []) {
      const record = row?.Id === undefined ? null : this.account(row.Id);
      if (record !== null && record.IsDeleted !== true) this.hearing.hear(record, this.clock);
    }
    const asked = new RegExp(`${idField}[ +]IN[ +]\\(([^)]*)\\)`).exec(path)?.[1];
    for (const value of asked?.split(',') ?? []) {
      const customer = value.replaceAll("'", '');
      this.hearing.hearCarriers(customer, this.carriers(customer));
    }
  }

  #heardCustomers(answer: Answer): void {
    const found = Found.safeParse(parsed(answer.body));
    for (const { Id } of found.data?.QueryResponse.Customer ?? []) {
      const record = this.customer(Id);
      if (record !== null) this.hearing.hear(record, this.clock);
    }
  }
}
