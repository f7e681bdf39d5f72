import type { HttpRequest } from 'jsforce';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { BulkJob, BulkLinks } from '../client.ts';
import type { AccountFields } from '../fields.ts';
import { refuseReadOnly } from '../links.ts';
import type { SalesforceSession } from '../session.ts';
import { csvOf, linkColumns } from './csv.ts';
import { outcomesIn } from './results.ts';

const JobInfo = z.looseObject({
  id: z.string().min(1),
  state: z.enum(['Open', 'UploadComplete', 'InProgress', 'JobComplete', 'Failed', 'Aborted']),
  numberRecordsProcessed: z.number().optional(),
  errorMessage: z.string().nullish(),
});
type JobInfo = z.infer<typeof JobInfo>;

const stages: Readonly<Record<JobInfo['state'], BulkJob['stage']>> = {
  Open: 'open',
  UploadComplete: 'queued',
  InProgress: 'under-way',
  JobComplete: 'over',
  Failed: 'over',
  Aborted: 'over',
};

const path = (job: string, rest = '') => `/jobs/ingest/${encodeURIComponent(job)}${rest}`;
const json = (method: 'POST' | 'PATCH', url: string, body: object): HttpRequest => ({
  method,
  url,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

/**
 * Bulk API 2.0 by its own addresses. jsforce's wrapper of it is not used: it deletes a job whose polling took too long,
 * with what waits in it, and breaks or empties an upload that was answered 503.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/walkthrough_bulk_api_2_0.htm
 */
export function bulkLinks(
  session: SalesforceSession,
  fieldsOf: (signal: AbortSignal) => Promise<AccountFields>,
): BulkLinks {
  const text = (request: HttpRequest, signal: AbortSignal) =>
    session.read(z.string(), signal, (connection) =>
      connection.request(request, { responseType: 'text/plain' }),
    );
  const setState = (job: string, state: 'UploadComplete' | 'Aborted', signal: AbortSignal) =>
    session.write(JobInfo, signal, (connection) => connection.request(json('PATCH', path(job), { state })));

  return {
    async open(signal) {
      refuseReadOnly(await fieldsOf(signal));
      const info = await session.write(JobInfo, signal, (connection) =>
        connection.request(
          json('POST', '/jobs/ingest', {
            object: 'Account',
            operation: 'update',
            contentType: 'CSV',
            columnDelimiter: 'COMMA',
            lineEnding: 'LF',
          }),
        ),
      );
      return info.id;
    },
    async upload(job, links, signal) {
      const body = csvOf([
        linkColumns,
        ...links.map(({ accountId, link }) => [accountId, link.customerId, link.syncToken]),
      ]);
      await session.write(z.unknown(), signal, (connection) =>
        connection.request({
          method: 'PUT',
          url: path(job, '/batches'),
          body,
          headers: { 'content-type': 'text/csv; charset=UTF-8' },
        }),
      );
    },
    start: async (job, signal) => void (await setState(job, 'UploadComplete', signal)),
    abort: async (job, signal) => void (await setState(job, 'Aborted', signal)),
    async stateOf(job, signal) {
      try {
        const info = await session.read(JobInfo, signal, (connection) =>
          connection.request({ method: 'GET', url: path(job) }),
        );
        return {
          stage: stages[info.state],
          processed: info.numberRecordsProcessed ?? 0,
          error: info.state === 'Failed' ? (info.errorMessage ?? 'it gave no reason') : '',
        };
      } catch (error) {
        if (error instanceof AppError && error.data.serviceCode === 'NOT_FOUND') return null;
        throw error;
      }
    },
    async outcomes(job, ids, signal) {
      const read = (rest: string) => text({ method: 'GET', url: path(job, rest) }, signal);
      // One after the other: each may hold the whole job.
      const successful = await read('/successfulResults/');
      const failed = await read('/failedResults/');
      const unprocessed = await read('/unprocessedrecords/');
      return outcomesIn(session.service, { successful, failed, unprocessed }, ids);
    },
  };
}
