import { create } from 'zustand';
import type { MethodOutput } from '#shared/contract.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import type { AccountId } from '#shared/ids.ts';

import type { BulkPlan } from './plan.ts';

/** A bulk decision that a person asked for and has not confirmed yet. */
export interface BulkWish {
  readonly kind: DecisionKind;
  readonly accountIds: readonly AccountId[];
  /** They are the rows that were chosen; else, where none was, all that were shown. */
  readonly chosen: boolean;
  /** How many of the chosen ones the filter hides. */
  readonly hidden: number;
}

/** What many decisions came to: how many were taken, and which not and why. */
export type BulkOutcome = Omit<MethodOutput<'review.decideMany'>, 'summary'>;

interface BulkView {
  readonly wish: BulkWish | null;
  /** What was decided by it, once it was. */
  readonly done: { readonly plan: BulkPlan; readonly outcome: BulkOutcome } | null;
  /** The blind sample that is being answered or looked at. */
  readonly sampleId: number | null;
}

const initial: BulkView = { wish: null, done: null, sampleId: null };

export const useBulkView = create<BulkView>(() => initial);

/** Ends what was asked of many rows. */
export function closeBulkView(): void {
  setBulkView(initial);
}

/** Changes what is asked of many rows. */
export const setBulkView = useBulkView.setState;
