import { z } from 'zod';
import type { NewCustomer } from '#shared/creating.ts';
import type { Customer } from '#shared/records.ts';
import { customerBody } from './customer-body.ts';
import { CustomerSchema } from './customer-record.ts';
import type { OnWait } from './pace.ts';
import { customersWith } from './query.ts';
import type { QuickBooksSession } from './session.ts';

const Created = z.looseObject({ Customer: CustomerSchema });

/** Creates a customer; see QuickBooksClient.createCustomer. */
export async function createCustomer(
  session: QuickBooksSession,
  fields: NewCustomer,
  requestId: string,
  signal: AbortSignal,
  onWait?: OnWait,
): Promise<Customer> {
  const { Customer } = await session.write(
    Created,
    signal,
    // The library takes the request id off the object that it is given, so each attempt gets one of its own.
    (api, done) => api.createCustomer({ ...customerBody(fields), requestId }, done),
    onWait,
  );
  return Customer;
}

/** The customers with one of these display names; see QuickBooksClient.customersNamed. */
export function customersNamed(
  session: QuickBooksSession,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Customer[]> {
  return customersWith(session, 'DisplayName', names, CustomerSchema, signal);
}
