import type { UndoPlan } from '#shared/links.ts';

/** Whether an undo may be started: there is something to restore, no run is left open, and production was accepted. */
export function mayUndo({ restored, unfinishedRun, environment }: UndoPlan, accepted: boolean): boolean {
  return restored.length > 0 && unfinishedRun === null && (environment !== 'production' || accepted);
}
