import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { AccountId } from '#shared/ids.ts';
import { unusable } from '../service/answer.ts';
import { RecordId } from './account-record.ts';
import type { AccountToCreate, CreateOutcome } from './client.ts';
import { creationFailure } from './creation-failure.ts';
import { type AccountFields, linkFields } from './fields.ts';
import type { NewAccountForm } from './new-account-form.ts';
import { SaveResult } from './outcome.ts';
import type { SalesforceSession } from './session.ts';

/** Records that one Collections call takes, a limit of Salesforce's. */
export const mostCreatedAtOnce = 200;
/** Says whether an account may be saved though a duplicate rule of the organisation holds it for a double of another. */
const duplicateHeader = 'Sforce-Duplicate-Rule-Header';

/**
 * Creates accounts in one Collections call; see SalesforceClient.createAccounts.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_create.htm
 */
export async function createAccounts(
  session: SalesforceSession,
  {
    fields: form,
    numericLinks,
  }: { readonly fields: NewAccountForm['fields']; readonly numericLinks: AccountFields['numeric'] },
  accounts: readonly AccountToCreate[],
  overruleDuplicates: boolean,
  signal: AbortSignal,
): Promise<CreateOutcome[]> {
  if (accounts.length === 0) return [];
  if (accounts.length > mostCreatedAtOnce) {
    const detail = `${accounts.length} accounts in one call, where ${mostCreatedAtOnce} is the most`;
    throw new AppError('input-invalid', { detail, sent: 'no' });
  }
  const kinds = new Map(form.map(({ name, kind }) => [name, kind]));
  const linkValue = (name: string, text: string) => (numericLinks.has(name) ? Number(text) : text);
  const records = accounts.map(({ fields, link }) => ({
    ...Object.fromEntries(
      Object.entries(fields)
        .filter(([, text]) => text !== '')
        .map(([name, text]) => [name, sentValue(kinds.get(name), text)]),
    ),
    [linkFields.customerId]: linkValue(linkFields.customerId, link.customerId),
    [linkFields.syncToken]: linkValue(linkFields.syncToken, link.syncToken),
  }));
  const results = await session.write(z.array(SaveResult), signal, (connection) =>
    connection.create('Account', records, {
      allOrNone: false,
      ...(overruleDuplicates ? { headers: { [duplicateHeader]: 'allowSave=true' } } : {}),
    }),
  );
  if (results.length > accounts.length) {
    throw unusable(session.service, `it has ${results.length} outcomes for ${accounts.length} accounts`);
  }
  return results.map((result) => {
    const id = RecordId.pipe(AccountId).safeParse(result.id);
    if (result.success && id.success) return { kind: 'created', accountId: id.data };
    if (result.success) throw unusable(session.service, 'a created account has no id');
    return creationFailure(result);
  });
}

function sentValue(kind: string | undefined, text: string): string | number | boolean {
  if (kind === 'yes-no') return text === 'yes';
  return kind === 'number' ? Number(text) : text;
}
