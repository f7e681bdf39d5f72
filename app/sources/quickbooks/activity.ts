import { z } from 'zod';
import type { CustomerId } from '#shared/ids.ts';
import type { Customer } from '#shared/records.ts';
import type { ActiveChange } from './client.ts';
import { CustomerIdField, CustomerSchema } from './customer-record.ts';
import type { OnWait } from './pace.ts';
import { customersWith } from './query.ts';
import type { QuickBooksSession } from './session.ts';

const Updated = z.looseObject({ Customer: CustomerSchema });

/** Whole customers as they stand now; see QuickBooksClient.readWhole. */
export async function readWhole(
  session: QuickBooksSession,
  ids: readonly CustomerId[],
  signal: AbortSignal,
): Promise<Map<CustomerId, Customer>> {
  const askable = ids.filter((id) => CustomerIdField.safeParse(id).success);
  const customers = await customersWith(session, 'Id', askable, CustomerSchema, signal);
  return new Map(customers.map((customer) => [customer.id, customer]));
}

/** Makes a customer inactive, or active again; see QuickBooksClient.setActive. A sparse update leaves all other fields alone. */
export async function setActive(
  session: QuickBooksSession,
  { id, syncToken, active, displayName }: ActiveChange,
  signal: AbortSignal,
  onWait?: OnWait,
): Promise<Customer> {
  const named = displayName === '' ? {} : { DisplayName: displayName };
  const { Customer } = await session.write(
    Updated,
    signal,
    (api, done) =>
      api.updateCustomer({ Id: id, SyncToken: syncToken, sparse: true, Active: active, ...named }, done),
    onWait,
  );
  return Customer;
}
