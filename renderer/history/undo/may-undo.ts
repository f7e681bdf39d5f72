import type { UndoPlan } from '#shared/links.ts';

/**
 * Whether an undo may be started: there is something to restore, or to do to the records that the run created (`changes`), no
 * run is left open, and production was accepted.
 */
export function mayUndo(
  { restored, made, unfinishedRun, environment }: UndoPlan,
  accepted: boolean,
  changes: boolean,
): boolean {
  const changed = changes ? (made?.records.length ?? 0) : 0;
  return (
    restored.length + changed > 0 && unfinishedRun === null && (environment !== 'production' || accepted)
  );
}
