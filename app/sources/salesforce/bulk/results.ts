import type { AccountId } from '#shared/ids.ts';
import { ScanError } from '../../files/csv/row-scanner.ts';
import { unusable } from '../../service/answer.ts';
import type { Service } from '../../service/service.ts';
import type { BulkOutcome } from '../client.ts';
import { shortId } from '../links.ts';
import { outcomeOf } from '../outcome.ts';
import { recordsIn } from './csv.ts';

/** The three results of a job that is over, as CSV. */
export interface JobResults {
  readonly successful: string;
  readonly failed: string;
  readonly unprocessed: string;
}

/**
 * What became of these accounts in a job. Rows come in no order, so each is known by its id; one that stands nowhere, or
 * in two places, is `unsettled`. Throws `service-answer` when a result is not of the expected form. Pure.
 */
export function outcomesIn(
  service: Service,
  { successful, failed, unprocessed }: JobResults,
  ids: readonly AccountId[],
): BulkOutcome[] {
  const found = new Map<string, BulkOutcome>();
  const note = (id: string, outcome: BulkOutcome) => {
    const key = shortId(id);
    found.set(key, found.has(key) ? { kind: 'unsettled' } : outcome);
  };
  for (const row of rowsOf(service, successful)) note(idOf(service, row, 'sf__Id'), { kind: 'done' });
  for (const row of rowsOf(service, failed)) {
    note(idOf(service, row, 'Id'), failureOf(row.get('sf__Error') ?? ''));
  }
  for (const row of rowsOf(service, unprocessed)) note(idOf(service, row, 'Id'), { kind: 'unsettled' });
  return ids.map((id) => found.get(shortId(id)) ?? { kind: 'unsettled' });
}

/** A result that breaks off within a row is no result; one that breaks off between two leaves rows unsettled. */
function rowsOf(service: Service, text: string): ReadonlyMap<string, string>[] {
  try {
    return recordsIn(text);
  } catch (error) {
    if (error instanceof ScanError) throw unusable(service, 'a result of the job broke off');
    throw error;
  }
}

function idOf(service: Service, row: ReadonlyMap<string, string>, column: string): string {
  const id = row.get(column);
  if (id === undefined || id === '') throw unusable(service, `a result of the job has no ${column}`);
  return id;
}

/** Salesforce writes `CODE:message:fields--`; messages have colons of their own. */
function failureOf(error: string): BulkOutcome {
  const [, statusCode = 'UNKNOWN', message = ''] = /^([A-Z_]+):([\s\S]*?)(?::[^:]*)?$/.exec(error) ?? [
    '',
    'UNKNOWN',
    error,
  ];
  return outcomeOf({ success: false, errors: [{ statusCode, message }] });
}
