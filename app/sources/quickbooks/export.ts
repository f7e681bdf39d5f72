import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { Customer } from '#shared/records.ts';
import type { Hooks } from '../hooks.ts';
import { together } from '../service/together.ts';
import type { CustomersExport } from './client.ts';
import { CustomerSchema } from './customer-record.ts';
import { identifyCompany } from './identify.ts';
import { countCustomers, customersPage, pageSize } from './query.ts';
import type { QuickBooksSession } from './session.ts';

const step = 'Reading customers from QuickBooks';

/**
 * All customers of the company; see QuickBooksClient.exportCustomers. Pages go by position, so a customer that comes
 * or goes meanwhile shifts the others: only when the counts before and after and the different customers found are
 * all the same is nothing missing.
 */
export async function exportCustomers(session: QuickBooksSession, hooks: Hooks): Promise<CustomersExport> {
  hooks.progress(step, 0, null);
  const [origin, before] = await together(hooks.signal, (signal) => [
    identifyCompany(session, signal),
    countCustomers(session, signal),
  ]);
  hooks.progress(step, 0, before);

  let arrived = 0;
  const starts = Array.from({ length: Math.ceil(before / pageSize) }, (_, page) => page * pageSize + 1);
  const pages = await together(hooks.signal, (signal) =>
    starts.map(async (start) => {
      const page = await customersPage(session, start, signal);
      arrived += page.length;
      hooks.progress(step, Math.min(arrived, before), before);
      return page.map((row) => CustomerSchema.safeParse(row));
    }),
  );
  const after = await countCustomers(session, hooks.signal);

  const byId = new Map<string, Customer>();
  let unreadable: string | null = null;
  for (const [index, customer] of pages.flat().entries()) {
    if (customer.success) byId.set(customer.data.id, customer.data);
    else unreadable ??= `Record ${index + 1} of the customers: ${z.prettifyError(customer.error)}`;
  }
  if (byId.size !== after || before !== after || unreadable !== null) {
    throw new AppError('export-count', {
      service: session.service.name,
      what: 'customers',
      expected: after,
      found: byId.size,
      detail: unreadable ?? '',
    });
  }
  return { origin, customers: [...byId.values()], problems: [] };
}
