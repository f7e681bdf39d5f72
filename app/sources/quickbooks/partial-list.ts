import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { Customer } from '#shared/records.ts';
import { together } from '../service/together.ts';
import { CustomerSchema } from './customer-record.ts';
import { countCustomers, customersChangedSince, customersPage, latestOf, pageSize } from './query.ts';
import type { QuickBooksSession } from './session.ts';

/**
 * What an export has read so far: page by page, by the position of the first. `count` is how many customers there were
 * when it began, `latest` where they stood.
 */
export interface PartialExport {
  readonly count: number;
  readonly latest: { readonly time: string; readonly id: string };
  readonly pages: Map<number, readonly Customer[]>;
}

/** Begins to read the customers. */
export async function beginExport(session: QuickBooksSession, signal: AbortSignal): Promise<PartialExport> {
  const [count, latest] = await together(signal, (either) => [
    countCustomers(session, either),
    latestOf(session, either),
  ]);
  return { count, latest, pages: new Map() };
}

/**
 * Reads the pages that are missing, side by side; what breaks it off leaves in `partial` what arrived.
 * Throws `export-count` when a customer cannot be read, with what is wrong with it as `detail`.
 */
export async function readMissingPages(
  session: QuickBooksSession,
  partial: PartialExport,
  onRows: (found: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const starts = Array.from({ length: Math.ceil(partial.count / pageSize) }, (_, n) => n * pageSize + 1);
  const missing = starts.filter((start) => !partial.pages.has(start));
  await together(signal, (either) =>
    missing.map(async (start) => {
      const rows = await customersPage(session, start, either);
      partial.pages.set(
        start,
        rows.map((row, index) => customerOf(session, row, start + index)),
      );
      onRows(rowsIn(partial));
    }),
  );
}

/** How many customers have arrived. */
export function rowsIn({ pages }: PartialExport): number {
  return [...pages.values()].reduce((sum, { length }) => sum + length, 0);
}

/** The customers that were read, brought up to date, and how many QuickBooks counts. */
export interface Settled {
  readonly customers: Customer[];
  readonly counted: number;
  /** Whether these are surely all customers, as they stand now. */
  readonly isWhole: boolean;
}

/**
 * Reads again what was changed or added since `partial` was begun. Pages go by position: a customer that went (merged
 * into another) moves those after it, and one of them may have slipped through between two pages. So the whole is only
 * trusted when every difference from the first count is explained by customers that were added.
 */
export async function settle(
  session: QuickBooksSession,
  partial: PartialExport,
  signal: AbortSignal,
): Promise<Settled> {
  const { time, id } = partial.latest;
  const changed = time === '' ? [] : await customersChangedSince(session, time, signal);
  const counted = await countCustomers(session, signal);
  const byId = new Map<string, Customer>();
  const inOrder = [...partial.pages].sort(([a], [b]) => a - b).flatMap(([, page]) => page);
  for (const customer of inOrder) byId.set(customer.id, customer);
  for (const row of changed) {
    const customer = customerOf(session, row, byId.size + 1);
    byId.set(customer.id, customer);
  }
  const customers = [...byId.values()];
  const added = customers.filter((customer) => Number(customer.id) > Number(id)).length;
  return { customers, counted, isWhole: customers.length === counted && counted === partial.count + added };
}

function customerOf(session: QuickBooksSession, row: unknown, position: number): Customer {
  const parsed = CustomerSchema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw new AppError('export-count', {
    service: session.service.name,
    what: 'customers',
    expected: position,
    found: position - 1,
    detail: `Record ${position} of the customers: ${z.prettifyError(parsed.error)}`,
  });
}
