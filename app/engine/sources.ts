import type { Dataset } from '#app/project/index.ts';
import { type Hooks, loadColumnMap, readAccountsFile, readCustomersFile } from '#app/sources/index.ts';
import type { Loaded } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { noOtherNames, type OtherNames } from '#shared/other-names.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { Handlers, Of } from './handlers.ts';
import { refuseOtherOrganisation } from './organisations.ts';
import { preflightOf } from './preflight.ts';
import type { Session } from './session.ts';

/** Both datasets into the project: over the connections, or from files. */
export function sourceHandlers(session: Session): Handlers<Of<'sources'>> {
  return {
    'sources.preflight': () => preflightOf(session),

    'sources.export': () =>
      session.operations.run('export', async (hooks) => {
        const { project } = session.writable;
        const { salesforce, quickbooks } = session.connections;
        for (const side of ['salesforce', 'quickbooks'] as const) {
          refuseOtherOrganisation(project, side, await session.connections.identity(side, hooks.signal));
        }
        const accounts = await salesforce.exportAccounts(hooks);
        const customers = await quickbooks.exportCustomers(hooks);
        const exportedAt = session.now();
        return await store(
          session,
          { ...accounts, exportedAt, records: accounts.accounts },
          { ...customers, exportedAt, records: customers.customers },
          customers.otherNames,
          hooks,
        );
      }),

    'sources.import': ({ accounts: accountsPath, customers: customersPath, contacts, map: mapPath }) =>
      session.operations.run('import', async (hooks) => {
        void session.writable;
        const map = mapPath === null ? {} : { map: await loadColumnMap(mapPath) };
        const accounts = await readAccountsFile(
          accountsPath,
          { ...map, ...(contacts === null ? {} : { contacts }) },
          hooks,
        );
        const customers = await readCustomersFile(customersPath, map, hooks);
        const exportedAt = session.now();
        return await store(
          session,
          { ...accounts, exportedAt, records: accounts.accounts },
          { ...customers, exportedAt, records: customers.customers },
          noOtherNames,
          hooks,
        );
      }),

    'sources.save': async (request) => (await import('./saving.ts')).saveDatasets(session, request),
  };
}

/** Replaces both datasets at once, and brings the proposals up to date where that is possible; decisions stay. */
async function store(
  session: Session,
  accounts: Dataset<Account>,
  customers: Dataset<Customer>,
  otherNames: OtherNames,
  hooks: Hooks,
): Promise<Loaded> {
  const { project } = session.writable;
  const { replaceAndMatchAgain } = await import('./match-project/index.ts');
  const replace = (): Iterable<unknown> => project.records.replacing(accounts, customers, otherNames);
  const rematch = await replaceAndMatchAgain(session, replace, hooks);
  session.emit({ name: 'changed', payload: { what: 'datasets' } });
  if (rematch === null && session.options.preparesAhead === true) session.writable.matcher.prepare();
  const salesforce = project.records.info('salesforce');
  const quickbooks = project.records.info('quickbooks');
  if (salesforce === null || quickbooks === null)
    throw new AppError('internal', { detail: 'a dataset is missing' });
  return { salesforce, quickbooks, rematch };
}
