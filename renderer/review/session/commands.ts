import type { DecisionKind } from '#shared/decisions.ts';
import type { Fold } from '../grouping/fold.ts';
import type { SelectionCommand } from '../selection/selection-command.ts';
import type { Move } from '../table/movement.ts';

/** Something the review can be told to do, by key or by button. */
export type Command =
  | SelectionCommand
  | { readonly kind: 'move'; readonly move: Move; readonly page: number }
  | { readonly kind: 'fold'; readonly fold: Fold }
  | { readonly kind: 'decide'; readonly decision: DecisionKind }
  /** Confirms the candidate in this place, counted from 0. */
  | { readonly kind: 'choose'; readonly place: number }
  /** Asks whether all chosen rows, or all shown, are to be decided so. */
  | { readonly kind: 'bulk'; readonly decision: DecisionKind }
  /** Rejects every candidate that is shown. */
  | { readonly kind: 'reject-all' }
  | { readonly kind: 'comment' }
  /** Shows everybody who competes with the active row. */
  | { readonly kind: 'compare' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'search' };
