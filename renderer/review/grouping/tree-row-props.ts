import type { Line } from './lines.ts';

/** What a row of a tree tells a screen reader of its place. */
export interface TreeRowProps {
  readonly 'aria-level': number;
  readonly 'aria-posinset': number;
  readonly 'aria-setsize': number;
}

/** The place of a line as ARIA has it. */
export function treeRowProps({ place }: Line): TreeRowProps {
  return { 'aria-level': place.level, 'aria-posinset': place.position, 'aria-setsize': place.siblings };
}
