import { create } from 'zustand';
import type { MatchOutcome } from '#shared/contract.ts';

/** What a person has read of the matches. Gone when the project is left. */
interface MatchingView {
  /** The outcome whose notice was dismissed. */
  readonly read: MatchOutcome | null;
  /** The match (its time) whose proposals may be out of date without saying so. */
  readonly quietAfter: string | null;
}

const initial: MatchingView = { read: null, quietAfter: null };

export const useMatchingView = create<MatchingView>(() => initial);

/** Changes part of the view. */
export const setMatchingView = useMatchingView.setState;

/** Forgets what was read, as another project is opened. */
export function resetMatchingView(): void {
  setMatchingView(initial);
}
