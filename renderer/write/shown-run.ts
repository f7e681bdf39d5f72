import { create } from 'zustand';
import type { RunId } from '#shared/ids.ts';

/** The run whose outcome the write screen shows, until the person goes back to the preview. */
export const useShownRun = create<{ readonly runId: RunId | null }>(() => ({ runId: null }));

/** Shows a run's outcome, or with null the preview. */
export function showRun(runId: RunId | null): void {
  useShownRun.setState({ runId });
}
