import type { AccountCreation } from '#app/project/index.ts';
import type { AccountCarrying } from '#app/sources/index.ts';
import type { AccountRunPorts } from './ports.ts';

/** The accounts that carry the ids of these creations' customers, by the id. */
export async function carriersOf(
  creations: readonly AccountCreation[],
  { salesforce }: Pick<AccountRunPorts, 'salesforce'>,
  signal: AbortSignal,
): Promise<Map<string, AccountCarrying[]>> {
  const ids = creations.map(({ customerId }) => customerId);
  return Map.groupBy(await salesforce.readCarriers(ids, signal), ({ customerId }) => customerId);
}
