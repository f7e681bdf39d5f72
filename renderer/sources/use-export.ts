import { forgetNextChoice, useNextChoice } from '../choosing/next-choice.ts';
import { type Operation, useOperation } from '../door/operation.ts';
import { useOverview } from '../door/queries.ts';

interface Export {
  readonly exporting: Operation<'sources.export'>;
  readonly start: () => void;
}

/** The next export of both sides, with the accounts that were chosen for it; the choice is over once it was done. */
export function useExport(): Export {
  const exporting = useOperation('sources.export');
  const choice = useNextChoice(useOverview().data?.datasets.salesforce ?? null);
  return { exporting, start: () => exporting.start({ choice }, forgetNextChoice) };
}
