import { Random } from '../../company/random.ts';
import type { Json } from '../../store/record.ts';
import { SalesforceError } from '../errors.ts';
import { toId18 } from '../ids.ts';
import { fieldNamed } from '../objects/catalogue.ts';
import type { ObjectType } from '../objects/object-type.ts';
import type { SalesforceService } from '../service.ts';
import { createRecord, deleteRecord, updateRecord } from '../write-record.ts';
import { csvOf } from './csv.ts';
import type { IngestJob, IngestRow } from './job.ts';

const blank = '#N/A';

/**
 * Carries a queued job out: each row is written or refused by itself. Where a fault lets the job fail, the rows after it
 * stay unprocessed.
 */
export function carryOut(service: SalesforceService, job: IngestJob): void {
  const rows = job.rows ?? [];
  const path = `/services/data/${job.version}/jobs/ingest/${job.id}`;
  const fault = service.faults.next('job', { method: 'POST', path });
  for (const row of rows.slice(0, fault?.processed)) row.outcome = outcomeOf(service, job, row, path);
  if (fault === null) {
    job.state = 'JobComplete';
    return;
  }
  job.state = 'Failed';
  job.errorMessage = 'InternalServerError : Retried too many times';
}

function outcomeOf(
  service: SalesforceService,
  job: IngestJob,
  row: IngestRow,
  path: string,
): IngestRow['outcome'] {
  const origin = { method: 'BULK', path };
  try {
    const fields = fieldsOf(job.type, job.columns, row.cells);
    if (job.operation === 'insert') {
      return { id: String(createRecord(service, job.type, fields, origin).Id), created: true };
    }
    const given = row.cells[job.columns.findIndex((name) => name.toLowerCase() === 'id')] ?? '';
    const id = toId18(given);
    if (id === null || service.store.get(job.type.name, id) === undefined) {
      throw new SalesforceError(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    }
    if (job.operation === 'delete') deleteRecord(service, job.type, id, origin);
    else updateRecord(service, job.type, id, fields, origin);
    return { id, created: false };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return { error: `${error.errorCode}:${error.message}:${(error.fields ?? []).join(',')}--` };
  }
}

/** An empty cell is left as it is, `#N/A` empties the field. */
function fieldsOf(
  type: ObjectType,
  columns: readonly string[],
  cells: readonly string[],
): Record<string, Json> {
  const fields: Record<string, Json> = {};
  for (const [index, name] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (cell === '' || name.toLowerCase() === 'id') continue;
    const kind = fieldNamed(type, name)?.type;
    if (cell === blank) fields[name] = null;
    else if (kind === 'boolean') fields[name] = cell.toLowerCase() === 'true';
    else if (kind === 'int' || kind === 'double' || kind === 'currency') fields[name] = Number(cell);
    else fields[name] = cell;
  }
  return fields;
}

/** The rows that were written, in an order that is not the file's, as Salesforce's results are. */
export function successfulResults({ id, columns, rows }: IngestJob): string {
  const written = (rows ?? []).flatMap(({ cells, outcome }) =>
    outcome !== null && 'id' in outcome ? [[outcome.id, String(outcome.created), ...cells]] : [],
  );
  return csvOf([['sf__Id', 'sf__Created', ...columns], ...shuffled(id, written)]);
}

/** The rows that were refused, each with its error, in no promised order either. */
export function failedResults({ id, columns, rows }: IngestJob): string {
  const idColumn = columns.findIndex((name) => name.toLowerCase() === 'id');
  const refused = (rows ?? []).flatMap(({ cells, outcome }) =>
    outcome !== null && 'error' in outcome ? [[cells[idColumn] ?? '', outcome.error, ...cells]] : [],
  );
  return csvOf([['sf__Id', 'sf__Error', ...columns], ...shuffled(id, refused)]);
}

/** The rows of a failed or aborted job that were never looked at. */
export function unprocessedRecords({ columns, rows }: IngestJob): string {
  const left = (rows ?? []).filter(({ outcome }) => outcome === null).map(({ cells }) => cells);
  return csvOf([columns, ...left]);
}

function shuffled<T>(jobId: string, rows: readonly T[]): T[] {
  const seed = [...jobId].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) % 1_000_003;
  return new Random(seed).shuffle(rows);
}
