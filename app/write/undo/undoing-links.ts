import type { SalesforceClient } from '#app/sources/index.ts';
import type { LinkRunKind } from '../link-run-kind.ts';
import { type UndoBasis, undoJudge } from './judge.ts';

/** A run that sets accounts back to what they carried before another run, each only while it is as that run left it. */
export function undoingLinks(
  basis: UndoBasis,
  salesforce: Pick<SalesforceClient, 'readHolders'>,
): LinkRunKind {
  return {
    step: 'Restoring accounts',
    already: 'The account was as before the run already.',
    provesFirst: true,
    prepare: (chunk, { signal }) => undoJudge(basis, salesforce, chunk, signal),
  };
}
