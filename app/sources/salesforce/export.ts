import { AppError, errorMessage } from '#shared/errors.ts';
import type { Account } from '#shared/records.ts';
import type { Hooks } from '../hooks.ts';
import type { Kept } from '../service/kept.ts';
import { together } from '../service/together.ts';
import { accountSchema, withEmails } from './account-record.ts';
import { readChecked } from './checked-read.ts';
import type { AccountsExport } from './client.ts';
import { type Contact, contactsTable, emailsByAccount } from './contacts.ts';
import { type AccountFields, describeAccount } from './fields.ts';
import { identifyOrganisation } from './identify.ts';
import { beginRead, countTable, type PartialRead } from './partial-read.ts';
import type { SalesforceSession } from './session.ts';
import type { Table } from './table.ts';

const step = 'Reading accounts and contacts from Salesforce';

/** What an export has read so far. `select` are the fields of accounts that it asks for. */
export interface PartialExport {
  readonly select: string;
  readonly accounts: PartialRead<Account>;
  readonly contacts: PartialRead<Contact>;
}

/**
 * All accounts of the organisation with their contacts' e-mail addresses; see SalesforceClient.exportAccounts. What an
 * export that broke off has read is kept, and the next one goes on from there.
 */
export async function exportAccounts(
  session: SalesforceSession,
  kept: Kept<PartialExport>,
  hooks: Hooks,
): Promise<AccountsExport> {
  const before = kept.take();
  hooks.progress(step, 0, null);
  const [origin, fields, contactsCount] = await together(hooks.signal, (signal) => [
    identifyOrganisation(session, signal),
    describeAccount(session, signal),
    countContacts(session, signal),
  ]);
  const table = accountsTable(fields);
  const select = fields.select.join();
  const partial =
    before?.select === select ? before : await begin(session, table, contactsCount, hooks.signal);

  return await kept.during(partial, async () => {
    const accountsCount = await countTable(session, table, hooks.signal);
    const total = accountsCount + (contactsCount.kind === 'readable' ? contactsCount.count : 0);
    const tell = () => {
      const found = partial.accounts.rows.size + partial.contacts.rows.size;
      hooks.progress(step, Math.min(found, total), total);
    };
    tell();
    const [accounts, contacts] = await together(hooks.signal, (signal) => [
      readChecked(session, table, partial.accounts, tell, signal),
      contactsCount.kind === 'refused'
        ? Promise.resolve([])
        : readChecked(session, contactsTable, partial.contacts, tell, signal),
    ]);
    tell();

    const emails = emailsByAccount(contacts);
    return {
      origin,
      accounts: accounts.map((account) => {
        const further = emails.get(account.id);
        return further === undefined ? account : withEmails(account, further);
      }),
      problems: [...problemsOf(fields), ...(contactsCount.kind === 'refused' ? [contactsCount.problem] : [])],
    };
  });
}

function accountsTable(fields: AccountFields): Table<Account> {
  const { select } = fields;
  return { what: 'accounts', object: 'Account', select, filter: '', schema: accountSchema(fields) };
}

async function begin(
  session: SalesforceSession,
  table: Table<Account>,
  contacts: Contacts,
  signal: AbortSignal,
): Promise<PartialExport> {
  const nothing: PartialRead<Contact> = { rows: new Map(), stamp: null, lastId: null, isAtEnd: false };
  const [accountsRead, contactsRead] = await together(signal, (either) => [
    beginRead(session, table, either),
    contacts.kind === 'refused' ? Promise.resolve(nothing) : beginRead(session, contactsTable, either),
  ]);
  return { select: table.select.join(), accounts: accountsRead, contacts: contactsRead };
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
