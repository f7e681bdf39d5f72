import type { BulkJob, BulkLinks, BulkOutcome, LinkWrite } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import type { FakeServices } from './fake-services.ts';

interface FakeJob {
  stage: BulkJob['stage'];
  links: readonly LinkWrite[];
  outcomes: Map<AccountId, BulkOutcome>;
}

/** What goes wrong with a job: it is carried out in part, its results lack rows, or it never begins. */
export type JobFault = 'none' | 'in-part' | 'rows-missing' | 'never-begins' | 'upload-lost' | 'start-lost';

const lost = () =>
  new AppError('service-unreachable', { service: 'Salesforce', address: 'test', detail: 'reset' });

/** Salesforce's bulk jobs in memory, over the accounts of the fake services; each look at one takes all a step further. */
export class FakeBulk implements BulkLinks {
  readonly faults: JobFault[] = [];
  readonly jobs = new Map<string, FakeJob>();
  readonly #services: FakeServices;
  readonly #faultOf = new Map<string, JobFault>();

  constructor(services: FakeServices) {
    this.#services = services;
  }

  async open() {
    const id = `job-${this.jobs.size + 1}`;
    this.jobs.set(id, { stage: 'open', links: [], outcomes: new Map() });
    this.#faultOf.set(id, this.faults.shift() ?? 'none');
    return id;
  }

  async upload(job: string, links: readonly LinkWrite[]) {
    if (this.#faultOf.get(job) === 'upload-lost') throw lost();
    this.#job(job).links = links;
  }

  async start(job: string) {
    this.#job(job).stage = 'queued';
    if (this.#faultOf.get(job) === 'start-lost') throw lost();
  }

  async abort(job: string) {
    this.#job(job).stage = 'over';
  }

  async stateOf(id: string) {
    const job = this.#job(id);
    for (const [any, { stage }] of this.jobs) {
      const fault = this.#faultOf.get(any);
      if (stage === 'under-way') await this.#carryOut(this.#job(any), fault === 'in-part');
      else if (stage === 'queued' && fault !== 'never-begins') this.#job(any).stage = 'under-way';
    }
    return { stage: job.stage, processed: job.outcomes.size, error: '' };
  }

  async outcomes(id: string, ids: readonly AccountId[]) {
    const isLacking = this.#faultOf.get(id) === 'rows-missing';
    const { outcomes } = this.#job(id);
    return ids.map((account, at): BulkOutcome => {
      const found = isLacking && at % 3 === 0 ? undefined : outcomes.get(account);
      return found ?? { kind: 'unsettled' };
    });
  }

  async #carryOut(job: FakeJob, inPart: boolean) {
    const links = inPart ? job.links.slice(0, Math.ceil(job.links.length / 2)) : job.links;
    // The program may die when it hears of it; the job is carried out all the same.
    const { onCommit } = this.#services;
    this.#services.onCommit = () => undefined;
    const outcomes = await this.#services.writeLinks(links);
    for (const [at, { accountId }] of links.entries()) {
      job.outcomes.set(accountId, outcomes[at] ?? { kind: 'unsettled' });
    }
    job.stage = 'over';
    this.#services.onCommit = onCommit;
    onCommit();
  }

  #job(id: string): FakeJob {
    const job = this.jobs.get(id);
    if (job === undefined) throw new Error(`there is no job ${id}`);
    return job;
  }
}
