import type { Customer } from '#shared/records.ts';
import type { Side } from '../columns/side.ts';
import { placeOfString, stringAt } from '../columns/strings.ts';
import { none } from '../terms/vocabulary.ts';
import type { Renumbering } from './renumbering.ts';

/** The ids of parents that customers name and that are not there, by the customers' ids. */
export type Orphans = ReadonlyMap<string, string>;

/**
 * Fills in, on a side that was merged, the parents of fresh customers and those that came back; gives the customers
 * whose parent is not there.
 */
export function findParents(
  before: Side,
  side: Side,
  { now }: Renumbering,
  fresh: Iterable<Customer>,
  orphans: Orphans,
): Orphans {
  const wanted = new Map(orphans);
  before.parents.forEach((parent, child) => {
    if (parent === none || now[child] === -1 || now[parent] !== -1) return;
    wanted.set(stringAt(before.ids, child), stringAt(before.ids, parent));
  });
  for (const { id, parentId } of fresh) {
    if (parentId === '') wanted.delete(id);
    else wanted.set(id, parentId);
  }
  const left = new Map<string, string>();
  for (const [id, parentId] of wanted) {
    const child = placeOfString(side.ids, id);
    if (child === -1) continue;
    const parent = placeOfString(side.ids, parentId);
    if (parent === -1) left.set(id, parentId);
    else if (parent !== child) side.parents[child] = parent;
  }
  return left;
}
