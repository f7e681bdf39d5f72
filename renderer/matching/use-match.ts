import { type Operation, useOperation } from '../door/operation.ts';
import { useOverview } from '../door/queries.ts';
import { goOn } from '../frame/screen-address.ts';
import { reasonAgainst } from './reason-against.ts';

interface Match {
  readonly matching: Operation<'match.run'>;
  readonly start: () => void;
  /** Why no match can be started now, in a sentence; `''` when one can. */
  readonly whyNot: string;
}

/** The next match, and what stands in its way. Whoever waits for it at the sources goes on to the review at its end. */
export function useMatch(): Match {
  const overview = useOverview().data;
  const matching = useOperation('match.run');
  return {
    matching,
    start: () => matching.start({}, () => goOn('sources', 'review')),
    whyNot: matching.pending ? 'A match is running.' : reasonAgainst(overview),
  };
}
