import type { Dataset, Project } from '#app/project/index.ts';
import { loadColumnMap, readAccountsFile, readCustomersFile } from '#app/sources/index.ts';
import type { ServiceOrigin, Side } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { Handlers, Of } from './handlers.ts';
import type { Session } from './session.ts';

/** Both datasets into the project: over the connections, or from files. */
export function sourceHandlers(session: Session): Handlers<Of<'sources'>> {
  return {
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
        return store(
          session,
          { ...accounts, exportedAt, records: accounts.accounts },
          { ...customers, exportedAt, records: customers.customers },
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
        return store(
          session,
          { ...accounts, exportedAt, records: accounts.accounts },
          { ...customers, exportedAt, records: customers.customers },
        );
      }),
  };
}

/** Replaces both datasets at once; proposals made from the old ones go, decisions stay. */
function store(session: Session, accounts: Dataset<Account>, customers: Dataset<Customer>) {
  const { project, review } = session.writable;
  project.records.replace(accounts, customers);
  project.proposals.clear();
  review.refresh();
  session.emit({ name: 'changed', payload: { what: 'datasets' } });
  const salesforce = project.records.info('salesforce');
  const quickbooks = project.records.info('quickbooks');
  if (salesforce === null || quickbooks === null)
    throw new AppError('internal', { detail: 'a dataset is missing' });
  return { salesforce, quickbooks };
}

/**
 * A project belongs to one pair of organisations for good: ids of two organisations collide.
 * Errors: `project-other-organisation`.
 */
export function refuseOtherOrganisation(project: Project, side: Side, connected: ServiceOrigin): void {
  const known = project.records.info(side)?.origin;
  if (known?.kind !== 'service' || known.organisationId === connected.organisationId) return;
  throw new AppError('project-other-organisation', {
    expected: `${known.organisationName} (${known.organisationId})`,
    found: `${connected.organisationName} (${connected.organisationId})`,
  });
}
