import type { FacetCodes } from './facet-codes.ts';
import { FacetId } from './facet-id.ts';
import type { FacetColumn } from './facet-store.ts';
import type { Filters } from './filters.ts';

/** What one facet demands: for each of its codes 1 if it passes. */
export interface Demand {
  readonly facet: FacetId | 'score';
  readonly codes: ArrayLike<number>;
  readonly passes: Uint8Array;
}

/** What the filters demand of the rows, a facet each, those only of which something is chosen. */
export function demandsOf({ store }: FacetCodes, { chosen, score }: Filters): Demand[] {
  const demands = FacetId.options.flatMap((facet): Demand[] => {
    const values = chosen[facet] ?? [];
    const column = store.columns[facet];
    return values.length === 0 ? [] : [{ facet, codes: column.codes, passes: passingCodes(column, values) }];
  });
  if (score === null) return demands;
  const passes = new Uint8Array(256).fill(1, score[0], score[1] + 1);
  return [...demands, { facet: 'score', codes: store.scores, passes }];
}

function passingCodes(column: FacetColumn, chosen: readonly string[]): Uint8Array {
  const passes = new Uint8Array(column.values.length);
  for (const value of chosen) {
    const code = column.codeOf(value);
    if (code !== undefined) passes[code] = 1;
  }
  return passes;
}

/** Tells of each row, by its place in the list, whether it passes the filters. */
export function passing(codes: FacetCodes, filters: Filters): (index: number) => boolean {
  const demands = demandsOf(codes, filters);
  const { places } = codes;
  return (index) => {
    const place = places[index] ?? 0;
    return demands.every((demand) => demand.passes[demand.codes[place] ?? 0] === 1);
  };
}
