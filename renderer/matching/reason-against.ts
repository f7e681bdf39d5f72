import type { Overview } from '#shared/contract.ts';
import { readOnlySentence } from '../format/words.ts';

/** Why no match can be started now, in a sentence; `''` when one can. */
export function reasonAgainst(
  overview: Pick<Overview, 'project' | 'running' | 'datasets'> | undefined,
): string {
  if (overview === undefined) return 'The project is being read.';
  const { project, running, datasets } = overview;
  if (project?.readOnly) return readOnlySentence;
  if (running !== null) {
    return running.operation === 'match' ? 'A match is running.' : `First this has to end: ${running.step}.`;
  }
  return datasets.salesforce === null || datasets.quickbooks === null ? 'Export both sides first.' : '';
}
