import { z } from 'zod';
import { allAccounts } from '#shared/account-choice.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import { RecordId } from './account-record.ts';
import type { SalesforceSession } from './session.ts';

const Organisation = z.looseObject({
  records: z.tuple([z.looseObject({ Id: RecordId, Name: z.string(), IsSandbox: z.boolean() })]),
});

/**
 * Which organisation answers: its id, name and kind.
 * See https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_organization.htm
 */
export async function identifyOrganisation(
  session: SalesforceSession,
  signal: AbortSignal,
): Promise<ServiceOrigin> {
  const answer = await session.read(Organisation, signal, (connection) =>
    connection.query('SELECT Id, Name, IsSandbox FROM Organization'),
  );
  // Loaded here and not at the start: the practice company brings its servers along.
  const { isPractice } = await import('#app/practice/index.ts');
  const { Id, Name, IsSandbox } = answer.records[0];
  const kind = IsSandbox ? 'sandbox' : 'production';
  return {
    kind: 'service',
    organisationId: Id,
    organisationName: Name,
    environment: isPractice(Id) ? 'practice' : kind,
    choice: allAccounts,
  };
}
