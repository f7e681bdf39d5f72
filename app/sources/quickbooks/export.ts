import { AppError } from '#shared/errors.ts';
import type { Hooks } from '../hooks.ts';
import type { Kept } from '../service/kept.ts';
import type { CustomersExport } from './client.ts';
import { identifyCompany } from './identify.ts';
import { beginExport, type PartialExport, readMissingPages, rowsIn, settle } from './partial-export.ts';
import { type QuickBooksSession, watched } from './session.ts';

const step = 'Reading customers from QuickBooks';
/** How often all customers are read before it is given up that they hold still. */
const rounds = 3;

/**
 * All customers of the company; see QuickBooksClient.exportCustomers. What an export that broke off has read is kept,
 * and the next one goes on from there.
 */
export async function exportCustomers(
  session: QuickBooksSession,
  kept: Kept<PartialExport>,
  hooks: Hooks,
): Promise<CustomersExport> {
  const { signal } = hooks;
  let partial: PartialExport | null = kept.take();
  const found = () => (partial === null ? 0 : Math.min(rowsIn(partial), partial.count));
  const patient = watched(session, (seconds) =>
    hooks.progress(`QuickBooks asks us to wait ${seconds} s`, found(), partial?.count ?? null),
  );
  hooks.progress(step, 0, null);
  const origin = await identifyCompany(patient, signal);

  for (let round = 1; ; round += 1) {
    const reading = partial ?? (await beginExport(patient, signal));
    partial = reading;
    const tell = () => hooks.progress(step, found(), reading.count);
    const { customers, counted, isWhole } = await kept.during(reading, async () => {
      tell();
      await readMissingPages(patient, reading, tell, signal);
      return await settle(patient, reading, signal);
    });
    if (isWhole) return { origin, customers, problems: [] };
    if (round === rounds) {
      throw new AppError('export-count', {
        service: session.service.name,
        what: 'customers',
        expected: counted,
        found: customers.length,
        detail: '',
      });
    }
    partial = null;
  }
}
