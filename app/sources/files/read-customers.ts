import { basename } from 'node:path';
import type { FileOrigin } from '#shared/datasets.ts';
import type { Customer } from '#shared/records.ts';
import type { Hooks } from '../hooks.ts';
import type { ColumnMap } from './columns/column-map.ts';
import { type CustomerField, customerLayout } from './columns/customer-layout.ts';
import { customerOf } from './customer-of.ts';
import { type FileRecord, keepIdentified } from './file-records.ts';
import { collectProblems } from './problems.ts';
import { readTable } from './read-table.ts';
import { requireUniqueIds } from './unique-ids.ts';

/** Customers as a file gives them; `problems` are sentences for the person about single rows and columns. */
export interface CustomersFile {
  readonly origin: FileOrigin;
  readonly customers: Customer[];
  readonly problems: string[];
}

/**
 * Reads Customers from a .csv or .xlsx file. Customers of a file without ids are keyed by their name as the file
 * gives it, which QuickBooks keeps unique: DisplayName, or for a sub-customer of a report the whole `Parent:Job`.
 * Errors: those of `readTable`, and `file-duplicate-ids`. Nothing is kept of a file with an error.
 */
export async function readCustomersFile(
  path: string,
  options: { readonly map?: ColumnMap },
  hooks: Hooks,
): Promise<CustomersFile> {
  const problems = collectProblems();
  const records: FileRecord<Customer>[] = [];
  const request = { path, layout: customerLayout, map: options.map?.customers ?? {}, problems };
  await readTable<CustomerField>(request, hooks, (row) => {
    const record = customerOf(row, problems);
    if (record !== null) records.push(record);
  });
  const { hasIds, kept } = keepIdentified(records, problems);
  requireUniqueIds(
    path,
    kept.map(({ record, row }) => ({ id: record.id, row })),
  );
  if (!hasIds) {
    problems.say(
      `${basename(path)} has no customer ids, so customers are known by their names; the ids are looked up in QuickBooks before anything is written.`,
    );
  }
  const customers = kept.map(({ record }) => record);
  if (hasIds) referToParentsById(customers);
  return { origin: { kind: 'file', fileName: basename(path), hasIds }, customers, problems: problems.list() };
}

/** Reports name the parent of a sub-customer; where the file has ids, the name gives way to the parent's id. */
function referToParentsById(customers: readonly Customer[]): void {
  const ids = new Set<string>(customers.map(({ id }) => id));
  const idByName = new Map(customers.map(({ fullyQualifiedName, id }) => [fullyQualifiedName, id]));
  for (const customer of customers) {
    if (customer.parentId === '' || ids.has(customer.parentId)) continue;
    customer.parentId = idByName.get(customer.parentId) ?? customer.parentId;
  }
}
