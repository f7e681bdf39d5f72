import { notFound, SalesforceError } from '../errors.ts';
import { idOf } from '../ids.ts';
import type { IngestJob, QueryJob } from './job.ts';

const jobKeyPrefix = '750';

/** The bulk jobs of the organisation. They live in memory: a company started again knows none. */
export class Jobs {
  readonly #jobs = new Map<string, IngestJob | QueryJob>();
  #number = 0;

  nextId(): string {
    this.#number += 1;
    return idOf(jobKeyPrefix, this.#number);
  }

  add(job: IngestJob | QueryJob): void {
    this.#jobs.set(job.id, job);
  }

  all<K extends 'ingest' | 'query'>(kind: K): Extract<IngestJob | QueryJob, { kind: K }>[] {
    return [...this.#jobs.values()].filter(
      (job): job is Extract<IngestJob | QueryJob, { kind: K }> => job.kind === kind,
    );
  }

  /** Throws `NOT_FOUND`. */
  find<K extends 'ingest' | 'query'>(kind: K, id: string): Extract<IngestJob | QueryJob, { kind: K }> {
    const job = this.all(kind).find((one) => one.id === id || one.id.slice(0, 15) === id);
    if (job === undefined) throw notFound();
    return job;
  }

  /**
   * Deletes a job with its data. A queued one may be deleted, and what it would have written is then never written;
   * one that is open or under way may not.
   * Source: Bulk API 2.0 Developer Guide, "Delete a Job" and "Delete a Query Job".
   */
  delete(job: IngestJob | QueryJob): void {
    const deletable =
      job.kind === 'ingest'
        ? ['UploadComplete', 'JobComplete', 'Failed', 'Aborted']
        : ['JobComplete', 'Failed', 'Aborted'];
    if (!deletable.includes(job.state)) {
      throw invalidState(`Deleting a job in state ${job.state} is not allowed`);
    }
    this.#jobs.delete(job.id);
  }

  clear(): void {
    this.#jobs.clear();
  }
}

/** The refusal of what a job's state does not allow. */
export function invalidState(message: string): SalesforceError {
  return new SalesforceError(400, 'INVALIDJOBSTATE', message);
}
