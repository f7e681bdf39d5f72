import { type Basis, decidedEdges, type Estimate, edgesOf } from './basis.ts';
import { knotsOf } from './knots.ts';
import { type PairColumns, PairTable } from './pair-table.ts';

/** A part of the pairs to learn from; each pair in it stands for `stride` of them. */
export interface Sample {
  readonly basis: Basis;
  readonly stride: number;
}

function picked(pairs: PairColumns, places: readonly number[]): PairColumns {
  const into = new PairTable(places.length);
  for (const pair of places) into.addFrom(pairs, pair);
  return into;
}

/**
 * A sample of about `most` pairs, or all where there are no more: whole knots of rivals, so that they compete in it as
 * they do in all. Decided pairs are always in.
 */
export function sampleOf(basis: Basis, start: Estimate, most: number): Sample {
  const { pairs, labels, contest } = basis;
  const stride = Math.ceil(pairs.count / most);
  if (stride <= 1) return { basis, stride: 1 };
  const edges = decidedEdges(edgesOf(basis, start), labels, basis.contest);
  const knotOf = knotsOf(edges, contest);
  const places: number[] = [];
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if ((knotOf(pairs.accounts[pair] ?? 0) * 7919) % stride === 0 || labels[pair] !== 0) places.push(pair);
  }
  return {
    basis: {
      ...basis,
      pairs: picked(pairs, places),
      labels: Uint8Array.from(places, (pair) => labels[pair] ?? 0),
    },
    stride,
  };
}
