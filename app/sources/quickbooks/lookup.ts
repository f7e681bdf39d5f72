import { z } from 'zod';
import type { CustomerId } from '#shared/ids.ts';
import { TextField } from '../service/text.ts';
import type { CurrentCustomer } from './client.ts';
import { CustomerIdField } from './customer-record.ts';
import { customersWith } from './query.ts';
import type { QuickBooksSession } from './session.ts';

const CustomerRow = z.looseObject({
  Id: CustomerIdField,
  SyncToken: TextField,
  DisplayName: z.string(),
  FullyQualifiedName: TextField,
  Active: z.boolean().optional(),
});

/** Customers as they stand now; see QuickBooksClient.readCustomers. An id that is not of digits is absent. */
export async function readCustomers(
  session: QuickBooksSession,
  ids: readonly CustomerId[],
  signal: AbortSignal,
): Promise<Map<CustomerId, CurrentCustomer>> {
  const askable = ids.filter((id) => CustomerIdField.safeParse(id).success);
  const rows = await customersWith(session, 'Id', askable, CustomerRow, signal);
  return new Map(
    rows.map(({ Id, DisplayName, SyncToken, Active }) => [
      Id,
      { displayName: DisplayName, syncToken: SyncToken, active: Active ?? true },
    ]),
  );
}

/**
 * Finds customers by name; see QuickBooksClient.findByDisplayName. QuickBooks' own lists write a sub-customer as
 * "Parent:Child", so a name with a colon, which no DisplayName has, is taken for a fully qualified one.
 */
export async function findByDisplayName(
  session: QuickBooksSession,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, CustomerId>> {
  const displayNames = names.map(lastName).filter((name) => name !== '');
  const rows = await customersWith(session, 'DisplayName', displayNames, CustomerRow, signal);
  const byName = new Map<string, CustomerId>();
  for (const row of rows) {
    byName.set(folded(row.DisplayName), row.Id);
    byName.set(folded(row.FullyQualifiedName), row.Id);
  }
  const found = new Map<string, CustomerId>();
  for (const name of names) {
    const id = byName.get(folded(name));
    if (id !== undefined) found.set(name, id);
  }
  return found;
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).trim();
}

/** QuickBooks holds names that differ in case, or in spaces about them, for the same. */
function folded(name: string): string {
  return name
    .trim()
    .replace(/\s*:\s*/g, ':')
    .toLowerCase();
}
