import { AppError, errorMessage } from '#shared/errors.ts';
import type { Hooks } from '../hooks.ts';
import { together } from '../service/together.ts';
import { accountSchema, withEmails } from './account-record.ts';
import { type CheckedRows, readChecked } from './checked-read.ts';
import type { AccountsExport } from './client.ts';
import { type Contact, ContactSchema, contactsCount, contactsQuery, emailsByAccount } from './contacts.ts';
import { type AccountFields, describeAccount } from './fields.ts';
import { identifyOrganisation } from './identify.ts';
import { count } from './query.ts';
import type { SalesforceSession } from './session.ts';

const accountsCount = 'SELECT COUNT() FROM Account';
const step = 'Reading accounts and contacts from Salesforce';

/** All accounts of the organisation with their contacts' e-mail addresses; see SalesforceClient.exportAccounts. */
export async function exportAccounts(session: SalesforceSession, hooks: Hooks): Promise<AccountsExport> {
  hooks.progress(step, 0, null);
  const [origin, fields, accountsBefore, contactsBefore] = await together(hooks.signal, (signal) => [
    identifyOrganisation(session, signal),
    describeAccount(session, signal),
    count(session, accountsCount, signal),
    countContacts(session, signal),
  ]);

  const total = accountsBefore + (contactsBefore.kind === 'readable' ? contactsBefore.count : 0);
  const found = { accounts: 0, contacts: 0 };
  const onPage = (what: keyof typeof found) => (arrived: number) => {
    found[what] = arrived;
    hooks.progress(step, Math.min(found.accounts + found.contacts, total), total);
  };

  const [accounts, contacts] = await together(hooks.signal, (signal) => [
    readChecked(
      session,
      {
        what: 'accounts',
        soql: `SELECT ${fields.select.join(', ')} FROM Account ORDER BY Id`,
        countSoql: accountsCount,
        schema: accountSchema(fields),
        onPage: onPage('accounts'),
      },
      accountsBefore,
      signal,
    ),
    readContacts(session, contactsBefore, onPage('contacts'), signal),
  ]);

  const emails = emailsByAccount(contacts.rows);
  return {
    origin,
    accounts: accounts.rows.map((account) => {
      const further = emails.get(account.id);
      return further === undefined ? account : withEmails(account, further);
    }),
    problems: [...problemsOf(fields), ...accounts.problems, ...contacts.problems],
  };
}

/** Whether this user may read contacts: without them an export lacks e-mail addresses, and nothing else. */
type Contacts =
  | { readonly kind: 'readable'; readonly count: number }
  | { readonly kind: 'refused'; readonly problem: string };

async function countContacts(session: SalesforceSession, signal: AbortSignal): Promise<Contacts> {
  try {
    return { kind: 'readable', count: await count(session, contactsCount, signal) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'service-refused') throw error;
    const problem = `The contacts could not be read, so their e-mail addresses are missing: ${error.data.detail}.`;
    return { kind: 'refused', problem };
  }
}

async function readContacts(
  session: SalesforceSession,
  contacts: Contacts,
  onPage: (found: number) => void,
  signal: AbortSignal,
): Promise<CheckedRows<Contact>> {
  if (contacts.kind === 'refused') return { rows: [], problems: [contacts.problem] };
  return readChecked(
    session,
    { what: 'contacts', soql: contactsQuery, countSoql: contactsCount, schema: ContactSchema, onPage },
    contacts.count,
    signal,
  );
}

function problemsOf(fields: AccountFields): string[] {
  return fields.readOnly.map((field) => errorMessage('package-field-read-only', { field }));
}
