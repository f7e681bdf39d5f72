import type { DecisionKind } from '#shared/decisions.ts';
import type { Move } from './movement.ts';

/** Something the review can be told to do, by key or by button. */
export type Command =
  | { readonly kind: 'move'; readonly move: Move; readonly page: number }
  | { readonly kind: 'decide'; readonly decision: DecisionKind }
  /** Confirms the candidate in this place, counted from 0. */
  | { readonly kind: 'choose'; readonly place: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'search' };
