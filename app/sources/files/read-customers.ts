import { basename } from 'node:path';
import type { Customer } from '#shared/records.ts';
import type { Hooks } from '../hooks.ts';
import { type Batches, eachBatch, type FileSummary } from './batches.ts';
import type { ColumnMap } from './columns/column-map.ts';
import { type CustomerField, customerLayout } from './columns/customer-layout.ts';
import { customerReader } from './customer-of.ts';
import { type FileRecord, IdentifiedRecords } from './file-records.ts';
import { NamedParents } from './named-parents.ts';
import { collectProblems } from './problems.ts';
import { readTable } from './read-table.ts';
import { UniqueIds } from './unique-ids.ts';

/** How the columns of the file are named, if otherwise than usual. */
export interface CustomersRequest {
  readonly map?: ColumnMap;
}

/**
 * What is known of customers at the end. Reports name the parent of a sub-customer; `parents` has the ids of those
 * that stand in a `parentId` by name though the file has ids.
 */
export interface CustomersSummary extends FileSummary {
  readonly parents: ReadonlyMap<string, string>;
}

/** Customers as a file gives them, with ids for parents where the file has ids. */
export interface CustomersFile extends FileSummary {
  readonly customers: Customer[];
}

/**
 * Reads Customers from a .csv or .xlsx file, some at a time. Customers of a file without ids are keyed by their name
 * as the file gives it, which QuickBooks keeps unique: DisplayName, or for a sub-customer of a report the whole
 * `Parent:Job`; of several rows with one id and one name the first is taken. Errors: those of `readTable`, and, at the end
 * only, `file-duplicate-ids` where an id comes with two names, or the name is the key and comes twice: after an error
 * nothing that came before it is to be kept.
 */
export async function* streamCustomersFile(
  path: string,
  { map }: CustomersRequest,
  hooks: Hooks,
): Batches<Customer, CustomersSummary> {
  const problems = collectProblems();
  const identified = new IdentifiedRecords<Customer>(problems);
  const unique = new UniqueIds();
  const parents = new NamedParents();
  const finish = ({ record, ownId, row }: FileRecord<Customer>): Customer[] => {
    // Where the name is the key, nothing would tell two rows apart.
    const isKeyed = ownId !== null && ownId !== '';
    if (unique.add(record.id, isKeyed ? record.fullyQualifiedName : String(row), row) === 'again') {
      problems.note('The id and the name of an earlier row; the row was left out', row);
      return [];
    }
    if (ownId !== '') parents.note(record.fullyQualifiedName, record.id);
    parents.need(record.parentId);
    return [record];
  };
  const request = {
    path,
    layout: customerLayout,
    map: map?.customers ?? {},
    sheet: map?.sheets?.customers ?? null,
    headingRow: map?.headingRows?.customers ?? null,
    problems,
  };
  const batches = readTable<CustomerField, FileRecord<Customer>>(request, hooks, (fields) =>
    customerReader(fields, problems),
  );

  for await (const batch of batches) yield identified.take(batch).flatMap(finish);
  yield identified.end().flatMap(finish);
  const { hasIds } = identified;
  unique.require(path, hasIds ? 'id' : 'name');
  if (!hasIds) {
    problems.say(
      `${basename(path)} has no customer ids, so customers are known by their names; the ids are looked up in QuickBooks before anything is written.`,
    );
  }
  return {
    origin: { kind: 'file', fileName: basename(path), hasIds },
    problems: problems.list(),
    found: problems.found(),
    parents: hasIds ? parents.find((id) => unique.has(id)) : new Map(),
  };
}

/** Reads all of what {@link streamCustomersFile} gives. Errors: the same. */
export async function readCustomersFile(
  path: string,
  request: CustomersRequest,
  hooks: Hooks,
): Promise<CustomersFile> {
  const customers: Customer[] = [];
  const { parents, ...summary } = await eachBatch(streamCustomersFile(path, request, hooks), (batch) => {
    for (const customer of batch) customers.push(customer);
  });
  if (parents.size > 0) {
    for (const customer of customers) {
      customer.parentId = parents.get(customer.parentId) ?? customer.parentId;
    }
  }
  return { ...summary, customers };
}
