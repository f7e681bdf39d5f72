import type { MergePreview, MethodOutput } from '#shared/contract.ts';
import type { AccountId } from '#shared/ids.ts';

/** What taking over another copy came to. */
export interface Merged {
  readonly outcome: MethodOutput<'project.merge'>;
  /** How many accounts were decided differently and keep what is decided here. */
  readonly kept: number;
}

/** How far a person is with taking over another copy. */
export type MergeStage =
  | { readonly kind: 'choose' }
  | { readonly kind: 'weigh'; readonly path: string; readonly preview: MergePreview }
  | { readonly kind: 'done'; readonly merged: Merged };

/** The accounts of which the other copy's word counts: one more or one less. */
export function toggled(chosen: ReadonlySet<AccountId>, account: AccountId): ReadonlySet<AccountId> {
  return chosen.symmetricDifference(new Set([account]));
}

/** Whether taking over would change anything. */
export function changesAnything(
  { adopted, comments }: Pick<MergePreview, 'adopted' | 'comments'>,
  theirs: number,
): boolean {
  return adopted + comments + theirs > 0;
}
