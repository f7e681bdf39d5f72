import type { Dataset, Project } from '#app/project/index.ts';
import type { Hooks } from '#app/sources/index.ts';
import { type AccountChoice, allAccounts } from '#shared/account-choice.ts';
import type { Loaded } from '#shared/contract.ts';
import type { DatasetInfo } from '#shared/datasets.ts';
import type { Fate } from '#shared/drift.ts';
import { AppError, reportOf } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import { noOtherNames, type OtherNames } from '#shared/other-names.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { Handlers, Of } from './handlers.ts';
import { groundRulesOf } from './match-project/ground-rules.ts';
import { refuseOtherOrganisations } from './organisations.ts';
import { preflightOf } from './preflight.ts';
import { type ReadSides, readFiles } from './reading-files.ts';
import type { Session } from './session.ts';

/** Both datasets into the project: over the connections, or from files. */
export function sourceHandlers(session: Session): Handlers<Of<'sources'>> {
  return {
    'sources.preflight': () => preflightOf(session),

    'sources.choices': () => session.connections.salesforce.accountChoices(new AbortController().signal),

    'sources.checkChoice': ({ choice }) =>
      session.connections.salesforce.checkChoice(choice, new AbortController().signal),

    'sources.export': ({ choice }) =>
      session.operations.run('export', async (hooks) => {
        const { project } = session.writable;
        const { salesforce, quickbooks } = session.connections;
        await refuseOtherOrganisations(session, hooks.signal);
        const accounts = await salesforce.exportAccounts(choice ?? lastChoice(project), hooks);
        const customers = await quickbooks.exportCustomers(hooks);
        const { fates, problems } = await fatesOfGone(session, accounts.accounts, hooks);
        const exportedAt = session.now();
        return await store(
          session,
          {
            ...accounts,
            exportedAt,
            records: accounts.accounts,
            problems: [...accounts.problems, ...problems],
            fates,
          },
          { ...customers, exportedAt, records: customers.customers },
          customers.otherNames,
          hooks,
        );
      }),

    'sources.import': (files) =>
      session.operations.run('import', async (hooks) => {
        const { project } = session.writable;
        const read = await readFiles(files, session.now(), hooks);
        const { accounts, customers, otherNames } = withKept(project, read);
        return await store(session, accounts, customers, otherNames, hooks);
      }),

    'sources.save': async (request) => (await import('./saving.ts')).saveDatasets(session, request),
  };
}

/** What was read, and for a side without a file what the project holds of it. Errors: `import-one-side`. */
function withKept(
  { records, otherNames }: Project,
  { accounts, customers }: ReadSides,
): { accounts: Dataset<Account>; customers: Dataset<Customer>; otherNames: OtherNames } {
  return {
    accounts: accounts ?? kept(records.info('salesforce'), 'accounts', () => records.accounts()),
    customers: customers ?? kept(records.info('quickbooks'), 'customers', () => records.customers()),
    otherNames:
      customers === null
        ? { vendor: otherNames.of('vendor'), employee: otherNames.of('employee') }
        : noOtherNames,
  };
}

function kept<T>(info: DatasetInfo | null, missing: string, records: () => T[]): Dataset<T> {
  if (info === null) throw new AppError('import-one-side', { missing });
  const { origin, exportedAt, problems } = info;
  return { origin, exportedAt: new Date(exportedAt), problems, records: records() };
}

/** So many accounts that are gone are asked for; of more only those on which a decision or a link rests. */
const mostFates = 2_000;

/**
 * What became of the accounts that were there at the last export over the connection and are not any more. What cannot be
 * learnt is left unknown and told: the export itself is complete without it.
 */
async function fatesOfGone(
  session: Session,
  accounts: readonly Account[],
  hooks: Hooks,
): Promise<{ fates: ReadonlyMap<AccountId, Fate>; problems: string[] }> {
  const { project, review } = session.writable;
  const none = { fates: new Map(), problems: [] };
  if (project.records.info('salesforce')?.origin.kind !== 'service') return none;
  const there = new Set(accounts.map(({ id }) => id));
  const gone = project.records.accountIds().filter((id) => !there.has(id));
  if (gone.length === 0) return none;
  const bears = (id: AccountId) =>
    review.ledger.history.inForce(id).length > 0 || review.ledger.accounts.get(id)?.linkedCustomerId !== '';
  const asked = gone.length > mostFates ? gone.filter(bears) : gone;
  try {
    return { fates: await session.connections.salesforce.readFates(asked, hooks), problems: [] };
  } catch (error) {
    const { code, message } = reportOf(error);
    if (code === 'cancelled') throw error;
    const problem = `${formatted(gone.length)} no longer there; whether they were deleted or merged could not be read: ${message}`;
    return { ...none, problems: [problem] };
  }
}

function formatted(count: number): string {
  return count === 1 ? 'An account is' : `${count} accounts are`;
}

/** Which accounts the last export took; all where there was none. */
function lastChoice(project: Project): AccountChoice {
  const origin = project.records.info('salesforce')?.origin;
  return origin?.kind === 'service' ? origin.choice : allAccounts;
}

/** Replaces both datasets at once, and brings the proposals up to date where that is possible; decisions stay. */
async function store(
  session: Session,
  accounts: Dataset<Account>,
  customers: Dataset<Customer>,
  otherNames: OtherNames,
  hooks: Hooks,
): Promise<Loaded> {
  const { project, review } = session.writable;
  const { replaceAndMatchAgain } = await import('./match-project/index.ts');
  const replace = (): Iterable<unknown> => project.records.replacing(accounts, customers, otherNames);
  const rematch = await replaceAndMatchAgain(session, replace, hooks);
  session.emit({ name: 'changed', payload: { what: 'datasets' } });
  if (rematch === null && session.options.preparesAhead === true) {
    session.writable.matcher.prepare(groundRulesOf(project));
  }
  const salesforce = project.records.info('salesforce');
  const quickbooks = project.records.info('quickbooks');
  if (salesforce === null || quickbooks === null)
    throw new AppError('internal', { detail: 'a dataset is missing' });
  const drift = project.drift.latest();
  const toCheck = drift === null ? 0 : review.summary().queues['changed-since'];
  return { salesforce, quickbooks, rematch, drift, toCheck };
}
