import { z } from 'zod';
import type { Finding, SidePreflight } from '#shared/preflight.ts';
import { finding, lookedAt } from '../service/findings.ts';
import { contactsTable } from './contacts.ts';
import { linkFields } from './fields.ts';
import { identifyOrganisation } from './identify.ts';
import { count } from './query.ts';
import type { SalesforceSession } from './session.ts';
import { countOf } from './table.ts';

const UserInfo = z.looseObject({ name: z.string(), preferred_username: z.string() });
const Limits = z.looseObject({ DailyApiRequests: z.looseObject({ Max: z.number(), Remaining: z.number() }) });
const Description = z.looseObject({
  fields: z.array(
    z.looseObject({
      name: z.string(),
      type: z.string(),
      length: z.number(),
      updateable: z.boolean(),
      unique: z.boolean(),
    }),
  ),
});
type Field = z.infer<typeof Description>['fields'][number];

/** Records that one page of a query brings, and links that one call writes. */
const recordsACall = 2_000;
/** Calls that an export needs besides those for its pages. */
const fixedCalls = 10;
/** The longest id that QuickBooks gives a customer has fewer digits. */
const longestCustomerId = 18;

/**
 * What a person should know of an organisation before exporting from it: who is signed in, the managed package's fields,
 * person accounts, contacts, the calls that are left today. A service that refuses a look is a finding, too.
 * Errors: `cancelled`.
 */
export async function preflightSalesforce(
  session: SalesforceSession,
  signal: AbortSignal,
): Promise<SidePreflight> {
  let environment: SidePreflight['environment'] = null;
  const identity = await lookedAt('identity', 'stop', async () => {
    const organisation = await identifyOrganisation(session, signal);
    environment = organisation.environment;
    const kind = { production: 'production', sandbox: 'a sandbox', practice: 'the practice company' };
    const title = `Signed in to ${organisation.organisationName} (${kind[organisation.environment]})`;
    return [finding('identity', 'know', title, `Organisation ${organisation.organisationId}.`)];
  });
  if (environment === null) return { environment, findings: identity };
  const [user, fields, contacts, calls] = await Promise.all([
    lookedAt('user', 'look', () => userFindings(session, signal)),
    lookedAt('package', 'stop', () => fieldFindings(session, signal)),
    lookedAt('contacts', 'look', () => contactFindings(session, signal)),
    lookedAt('calls', 'look', () => callFindings(session, signal)),
  ]);
  return { environment, findings: [...identity, ...user, ...fields, ...contacts, ...calls] };
}

async function userFindings(session: SalesforceSession, signal: AbortSignal): Promise<Finding[]> {
  const { name, preferred_username } = await session.read(UserInfo, signal, (connection) =>
    connection.request(`${session.service.address}/services/oauth2/userinfo`),
  );
  return [finding('user', 'know', `As ${name}`, `User name ${preferred_username}.`)];
}

async function fieldFindings(session: SalesforceSession, signal: AbortSignal): Promise<Finding[]> {
  const { fields } = await session.read(Description, signal, (connection) => connection.describe('Account'));
  const byName = new Map(fields.map((field) => [field.name, field]));
  const people = byName.has('IsPersonAccount')
    ? finding(
        'person-accounts',
        'know',
        'Person accounts are on',
        'Their own e-mail address is read beside those of contacts.',
      )
    : finding('person-accounts', 'know', 'Person accounts are off', 'E-mail addresses come from contacts.');
  return [
    linkField(linkFields.customerId, byName.get(linkFields.customerId), longestCustomerId),
    linkField(linkFields.syncToken, byName.get(linkFields.syncToken), 1),
    people,
  ];
}

/** What is so of one of the two fields that links are written to. */
function linkField(name: string, field: Field | undefined, longest: number): Finding {
  if (field === undefined) {
    return finding(
      name,
      'stop',
      `${name} is not there for this user`,
      'Install the managed package, or let an administrator make the field visible in the profile or a permission set.',
    );
  }
  if (!field.updateable) {
    return finding(
      name,
      'stop',
      `${name} can be read and not edited`,
      'You can match and review. Before links are written, an administrator has to allow this user to edit the field.',
    );
  }
  if (field.type === 'string' && field.length < longest) {
    return finding(
      name,
      'look',
      `${name} holds ${field.length} characters only`,
      'Longer ids will be refused.',
    );
  }
  return finding(
    name,
    'good',
    `${name} can be written`,
    field.unique ? 'It is unique: Salesforce itself refuses one customer on two accounts.' : '',
  );
}

async function contactFindings(session: SalesforceSession, signal: AbortSignal): Promise<Finding[]> {
  const contacts = await count(session, countOf(contactsTable), signal);
  return contacts === 0
    ? [
        finding(
          'contacts',
          'look',
          'No contact has an e-mail address',
          'Matching will do without e-mail addresses of contacts.',
        ),
      ]
    : [finding('contacts', 'good', `${contacts.toLocaleString('en')} contacts with an e-mail address`)];
}

async function callFindings(session: SalesforceSession, signal: AbortSignal): Promise<Finding[]> {
  const [{ DailyApiRequests }, accounts, contacts] = await Promise.all([
    session.read(Limits, signal, (connection) => connection.request('/limits')),
    count(session, 'SELECT COUNT() FROM Account', signal),
    count(session, countOf(contactsTable), signal).catch(() => 0),
  ]);
  const needed = fixedCalls + Math.ceil(accounts / recordsACall) * 2 + Math.ceil(contacts / recordsACall) * 2;
  const { Remaining, Max } = DailyApiRequests;
  const left = `${Remaining.toLocaleString('en')} of ${Max.toLocaleString('en')} API calls are left today`;
  if (Remaining < needed) {
    return [
      finding(
        'calls',
        'stop',
        left,
        `The export needs about ${needed}. Try again when others have used less.`,
      ),
    ];
  }
  return [finding('calls', 'good', left, `The export needs about ${needed}.`)];
}
