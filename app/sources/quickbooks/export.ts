import { AppError } from '#shared/errors.ts';
import type { OtherName } from '#shared/other-names.ts';
import type { Customer } from '#shared/records.ts';
import type { Hooks } from '../hooks.ts';
import type { Kept } from '../service/kept.ts';
import type { CustomersExport } from './client.ts';
import { identifyCompany } from './identify.ts';
import { customerList, employeeList, type List, vendorList } from './list.ts';
import { newReading, type Reading, readList } from './read-list.ts';
import { readPage } from './read-page.ts';
import { type QuickBooksSession, watched } from './session.ts';

/** What an export has read so far, list by list. */
export interface PartialExport {
  readonly customers: Reading<Customer>;
  readonly vendors: Reading<OtherName>;
  readonly employees: Reading<OtherName>;
}

/**
 * All customers of the company, and the names of its vendors and employees; see QuickBooksClient.exportCustomers. What an
 * export that broke off has read is kept, and the next one goes on from there.
 */
export async function exportCustomers(
  session: QuickBooksSession,
  kept: Kept<PartialExport>,
  { signal, progress }: Hooks,
): Promise<CustomersExport> {
  const partial = kept.take() ?? {
    customers: newReading(),
    vendors: newReading(),
    employees: newReading(),
  };
  let done = 0;
  let total: number | null = null;
  const patient = watched(session, (seconds) =>
    progress(`QuickBooks asks us to wait ${seconds} s`, done, total),
  );
  const read = <T extends { readonly id: string }>(list: List<T>, reading: Reading<T>, step: string) =>
    readList(
      patient,
      list,
      reading,
      (found, count) => {
        done = found;
        total = count;
        progress(step, done, total);
      },
      signal,
    );

  return await kept.during(partial, async () => {
    const step = 'Reading customers from QuickBooks';
    progress(step, 0, null);
    const origin = await identifyCompany(patient, signal);
    const customers = await read(customerList, partial.customers, step);
    const problems: string[] = [];
    const namesOf = async (list: typeof vendorList, reading: Reading<OtherName>) => {
      const step = `Reading the names of ${list.what} from QuickBooks`;
      progress(step, 0, null);
      try {
        const few = reading.partial === null ? await readPage(patient, list, signal) : null;
        return few ?? (await read(list, reading, step));
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'service-refused') throw error;
        problems.push(
          `The names of ${list.what} could not be read, so it is not known which of them a new customer may not bear: ${error.data.detail}.`,
        );
        return null;
      }
    };
    const vendor = await namesOf(vendorList, partial.vendors);
    const employee = await namesOf(employeeList, partial.employees);
    return { origin, customers, otherNames: { vendor, employee }, problems };
  });
}
