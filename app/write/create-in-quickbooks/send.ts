import type { CreationRecord } from '#app/project/index.ts';
import type { Hooks, QuickBooksClient } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import type { Customer } from '#shared/records.ts';
import { nothingWasWritten } from '../nothing-was-written.ts';
import { isTheOneSent } from './check.ts';
import { refusalSentence, refusesAll } from './refusal.ts';

/** What came of sending one customer to QuickBooks. */
export type Sent =
  | { readonly kind: 'created'; readonly customer: Customer }
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly serviceMessage: string;
      readonly serviceCode: string;
    }
  /** Nobody knows whether it was created: it is to be sent again with the same request id. */
  | { readonly kind: 'unknown'; readonly error: AppError }
  /** It was not created by this attempt, and no other customer will be either until a person has done something. */
  | { readonly kind: 'stop'; readonly error: AppError };

type QuickBooks = Pick<QuickBooksClient, 'createCustomer' | 'customersNamed'>;

/**
 * Sends one customer. It may have been sent before: the request id then makes QuickBooks give the customer that it has,
 * and where QuickBooks refuses (it does not know a request id for ever) it is looked for by its name.
 * Throws only faults of the program, and errors of that search.
 */
export async function send(creation: CreationRecord, quickbooks: QuickBooks, hooks: Hooks): Promise<Sent> {
  const { fields, requestId, state } = creation;
  const onWait = (seconds: number) => hooks.progress(`QuickBooks asks us to wait ${seconds} s`, 0, null);
  try {
    const customer = await quickbooks.createCustomer(fields, requestId, hooks.signal, onWait);
    return { kind: 'created', customer };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const serviceCode = String(error.data.serviceCode ?? '');
    // What refuses the sign-in, before anything was sent, says nothing of this customer.
    if (error.code === 'service-refused' && error.data.sent !== 'no' && !refusesAll(serviceCode)) {
      const found = state === 'planned' ? null : await findSent(creation, quickbooks);
      if (found !== null) return { kind: 'created', customer: found };
      const serviceMessage = String(error.data.detail ?? '');
      return { kind: 'failed', message: refusalSentence(serviceCode), serviceMessage, serviceCode };
    }
    return { kind: nothingWasWritten(error) ? 'stop' : 'unknown', error };
  }
}

/** The customer that was sent and never answered for, looked for by its name; null where it is not there. */
export async function findSent(creation: CreationRecord, quickbooks: QuickBooks): Promise<Customer | null> {
  const { signal } = new AbortController();
  const found = await quickbooks.customersNamed([creation.fields.displayName], signal);
  return found.find((customer) => isTheOneSent(customer, creation)) ?? null;
}
