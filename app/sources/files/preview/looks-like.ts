import type { FileKind } from '#shared/files.ts';
import { likeliestHead } from '../columns/find-head.ts';
import { knownLayout } from '../columns/known-layouts.ts';
import type { Row } from '../rows.ts';
import { layouts } from './layouts.ts';

/**
 * What the rows of a file seem to be by their headings: what a known layout holds, or else the kind of which the most
 * fields are recognised. Null where two kinds fit alike: a list of names and phones may be either side's.
 */
export function looksLike(rows: readonly Row[]): FileKind | null {
  const fits = (['accounts', 'customers'] as const)
    .map((kind) => ({ kind, head: likeliestHead(rows, layouts[kind], {}, null) }))
    .sort((a, b) => (b.head?.recognised ?? 0) - (a.head?.recognised ?? 0));
  const [best, next] = fits;
  for (const { head } of fits) {
    const known = head === null ? null : knownLayout(head.headings);
    if (known !== null) return known.kind;
  }
  if (best === undefined || (best.head?.recognised ?? 0) === (next?.head?.recognised ?? 0)) return null;
  return best.kind;
}
