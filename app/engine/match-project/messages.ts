import { z } from 'zod';
import type { GroundRules, MatchModel } from '#app/match/index.ts';
import type { StoredProposal } from '#app/project/index.ts';
import type { MatchSummary } from '#shared/contract.ts';
import type { ErrorReport } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Lesson, LinkDoubt, Teaching } from '#shared/matching.ts';
import type { Proposal } from '#shared/pairs.ts';

/** What the matching thread is started with: the project's file. */
export const MatcherStart = z.object({ path: z.string() });

/** What the matching thread is told. It answers one order after the other. */
export type ToMatcher =
  /** Read the records and lay the ground for the match that is to be expected. Nothing is answered. */
  | { readonly kind: 'prepare'; readonly rules: GroundRules }
  /** Match everything. `early`: tell the first proposals while the match goes on. */
  | { readonly kind: 'match'; readonly teaching: Teaching; readonly early: boolean }
  /** Match again what changed since, heeding what is decided now, with the weights as they were learnt. */
  | { readonly kind: 'again'; readonly decided: Pick<Teaching, 'confirmed' | 'rejected'> }
  /** A batch of proposals was stored; the next may come. */
  | { readonly kind: 'stored' };

/** What a whole match came to beside its proposals. */
export interface MatchDone {
  readonly model: MatchModel;
  readonly lesson: Lesson | null;
  readonly summary: MatchSummary;
  readonly doubts: readonly LinkDoubt[];
}

/** What matching again came to: proposals that are new or differ, and accounts that have none any more. */
export interface MatchedAgain {
  readonly changedAccounts: number;
  readonly changedCustomers: number;
  readonly proposals: readonly StoredProposal[];
  readonly without: readonly AccountId[];
  readonly doubts: readonly LinkDoubt[];
}

/** What the matching thread tells. */
export type FromMatcher =
  | { readonly kind: 'progress'; readonly step: string; readonly done: number; readonly total: number }
  | { readonly kind: 'early'; readonly proposals: readonly Proposal[] }
  | { readonly kind: 'proposals'; readonly batch: readonly StoredProposal[] }
  | { readonly kind: 'matched'; readonly done: MatchDone }
  /** `null`: so much changed that everything should be matched. */
  | { readonly kind: 'matched-again'; readonly again: MatchedAgain | null }
  | { readonly kind: 'error'; readonly error: ErrorReport };
