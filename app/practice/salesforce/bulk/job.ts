import type { JsonObject } from '../../store/record.ts';
import type { ObjectType } from '../objects/object-type.ts';
import type { ResolvedQuery } from '../soql/resolve.ts';

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

export type IngestOperation = 'insert' | 'update' | 'delete';

/** A row of an uploaded file, cell by cell, and what became of it. */
export interface IngestRow {
  readonly cells: readonly string[];
  outcome: { readonly id: string; readonly created: boolean } | { readonly error: string } | null;
}

interface CommonJob {
  readonly id: string;
  readonly version: string;
  readonly createdAt: string;
  state: JobState;
}

/** A job that writes records. `rows` are null until the file is uploaded. */
export interface IngestJob extends CommonJob {
  readonly kind: 'ingest';
  readonly type: ObjectType;
  readonly operation: IngestOperation;
  columns: readonly string[];
  rows: IngestRow[] | null;
  errorMessage: string | null;
}

/** A job that reads records; which they are is settled when it is carried out. */
export interface QueryJob extends CommonJob {
  readonly kind: 'query';
  readonly query: ResolvedQuery;
  readonly operation: 'query' | 'queryAll';
  readonly text: string;
  ids: readonly string[];
}

/** A job as its address describes it. Source: Bulk API 2.0 Developer Guide, "Get Information About a Job". */
export function infoOf(job: IngestJob | QueryJob, userId: string): JsonObject {
  const common = {
    id: job.id,
    operation: job.operation,
    createdById: userId,
    createdDate: job.createdAt,
    systemModstamp: job.createdAt,
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.version.slice(1)),
    lineEnding: 'LF',
    columnDelimiter: 'COMMA',
    retries: 0,
    totalProcessingTime: job.state === 'JobComplete' ? 120 : 0,
  };
  if (job.kind === 'query') {
    return {
      ...common,
      object: job.query.type.name,
      jobType: 'V2Query',
      numberRecordsProcessed: job.ids.length,
    };
  }
  const settled = (job.rows ?? []).filter(({ outcome }) => outcome !== null);
  const failed = settled.filter(({ outcome }) => outcome !== null && 'error' in outcome);
  return {
    ...common,
    object: job.type.name,
    jobType: 'V2Ingest',
    contentUrl: `services/data/${job.version}/jobs/ingest/${job.id}/batches`,
    numberRecordsProcessed: settled.length,
    numberRecordsFailed: failed.length,
    apiActiveProcessingTime: 0,
    apexProcessingTime: 0,
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage }),
  };
}
