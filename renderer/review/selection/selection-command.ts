import type { Move } from '../table/movement.ts';

/** Something that changes which rows are chosen. */
export type SelectionCommand =
  | { readonly kind: 'select'; readonly what: 'toggle' | 'all' | 'none' }
  | { readonly kind: 'extend'; readonly move: Move; readonly page: number };
