import { type AccountChoice, choiceWords } from '#shared/account-choice.ts';
import { AppError, errorMessage } from '#shared/errors.ts';
import type { Account } from '#shared/records.ts';
import type { Hooks } from '../hooks.ts';
import type { Kept } from '../service/kept.ts';
import { together } from '../service/together.ts';
import { accountSchema, withEmails } from './account-record.ts';
import { readChecked } from './checked-read.ts';
import { chosenAccounts } from './chosen-accounts.ts';
import type { AccountsExport } from './client.ts';
import { type Contact, contactsTable, emailsByAccount } from './contacts.ts';
import { type AccountFields, describeAccount } from './fields.ts';
import { identifyOrganisation } from './identify.ts';
import { beginRead, countTable, type PartialRead } from './partial-read.ts';
import type { SalesforceSession } from './session.ts';
import type { Table } from './table.ts';

const step = 'Reading accounts and contacts from Salesforce';

/** What an export has read so far. `asked` are the fields and the filters that it asks for accounts with. */
export interface PartialExport {
  readonly asked: string;
  readonly accounts: readonly PartialAccounts[];
  readonly contacts: PartialRead<Contact>;
}

interface PartialAccounts {
  readonly table: Table<Account>;
  readonly read: PartialRead<Account>;
}

/**
 * The chosen accounts of the organisation with their contacts' e-mail addresses; see SalesforceClient.exportAccounts. What
 * an export that broke off has read is kept, and the next one goes on from there if it asks for the same.
 */
export async function exportAccounts(
  session: SalesforceSession,
  kept: Kept<PartialExport>,
  choice: AccountChoice,
  hooks: Hooks,
): Promise<AccountsExport> {
  const before = kept.take();
  hooks.progress(step, 0, null);
  const [origin, fields, contactsCount, filters] = await together(hooks.signal, (signal) => [
    identifyOrganisation(session, signal),
    describeAccount(session, signal),
    countContacts(session, signal),
    filtersFor(session, choice, signal),
  ]);
  const tables = filters.map((filter) => accountsTable(fields, filter, choice));
  const asked = JSON.stringify([fields.select, filters]);
  const partial =
    before?.asked === asked ? before : await begin(session, asked, tables, contactsCount, hooks.signal);

  return await kept.during(partial, async () => {
    const counts = await together(hooks.signal, (signal) =>
      tables.map((table) => countTable(session, table, signal)),
    );
    const accountsCount = counts.reduce((sum, count) => sum + count, 0);
    const total = accountsCount + (contactsCount.kind === 'readable' ? contactsCount.count : 0);
    const tell = () => {
      const reads = [...partial.accounts.map(({ read }) => read), partial.contacts];
      const found = reads.reduce((sum, { rows }) => sum + rows.size, 0);
      hooks.progress(step, Math.min(found, total), total);
    };
    tell();
    const [accounts, contacts] = await together(hooks.signal, (signal) => [
      readAll(session, partial.accounts, tell, signal),
      contactsCount.kind === 'refused'
        ? Promise.resolve([])
        : readChecked(session, contactsTable, partial.contacts, tell, signal),
    ]);
    tell();

    const emails = emailsByAccount(contacts);
    return {
      origin: { ...origin, choice },
      accounts: accounts.map((account) => {
        const further = emails.get(account.id);
        return further === undefined ? account : withEmails(account, further);
      }),
      problems: [...problemsOf(fields), ...(contactsCount.kind === 'refused' ? [contactsCount.problem] : [])],
    };
  });
}

/** The filters that take the chosen accounts; counted before anything is read. Throws `choice-refused`, `choice-empty`. */
async function filtersFor(
  session: SalesforceSession,
  choice: AccountChoice,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (choice.kind === 'all') return [''];
  const found = await chosenAccounts(session, choice, signal);
  if (found.kind === 'refused') throw new AppError('choice-refused', { detail: found.message });
  if (found.chosen === 0) throw new AppError('choice-empty', { choice: choiceWords(choice) });
  return found.filters;
}

function accountsTable(fields: AccountFields, filter: string, choice: AccountChoice): Table<Account> {
  const { select } = fields;
  // What a condition asks may be said of another record, or of today's date.
  const stamped = choice.kind !== 'where' && choice.kind !== 'list-view';
  return { what: 'accounts', object: 'Account', select, filter, stamped, schema: accountSchema(fields) };
}

/** The accounts of all reads, each once, as it was read last; in the order of ids where there is one read. */
async function readAll(
  session: SalesforceSession,
  partial: PartialExport['accounts'],
  onRows: () => void,
  signal: AbortSignal,
): Promise<Account[]> {
  const found = new Map<string, Account>();
  for (const { table, read } of partial) {
    for (const account of await readChecked(session, table, read, onRows, signal)) {
      found.set(account.id, account);
    }
  }
  return [...found.values()];
}

async function begin(
  session: SalesforceSession,
  asked: string,
  tables: readonly Table<Account>[],
  contacts: Contacts,
  signal: AbortSignal,
): Promise<PartialExport> {
  const nothing: PartialRead<Contact> = { rows: new Map(), stamp: null, lastId: null, isAtEnd: false };
  const [accountsRead, contactsRead] = await together(signal, (either) => [
    Promise.all(tables.map(async (table) => ({ table, read: await beginRead(session, table, either) }))),
    contacts.kind === 'refused' ? Promise.resolve(nothing) : beginRead(session, contactsTable, either),
  ]);
  return { asked, accounts: accountsRead, contacts: contactsRead };
}

/** Whether this user may read contacts: without them an export lacks e-mail addresses, and nothing else. */
type Contacts =
  | { readonly kind: 'readable'; readonly count: number }
  | { readonly kind: 'refused'; readonly problem: string };

async function countContacts(session: SalesforceSession, signal: AbortSignal): Promise<Contacts> {
  try {
    return { kind: 'readable', count: await countTable(session, contactsTable, signal) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'service-refused') throw error;
    const problem = `The contacts could not be read, so their e-mail addresses are missing: ${error.data.detail}.`;
    return { kind: 'refused', problem };
  }
}

function problemsOf(fields: AccountFields): string[] {
  return fields.readOnly.map((field) => errorMessage('package-field-read-only', { field }));
}
