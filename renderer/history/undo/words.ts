import type { UndoPlan } from '#shared/links.ts';

/** Why there is nothing to restore. */
export function whyNothing({ runId, skipped, asBefore }: UndoPlan): string {
  if (skipped.length > 0)
    return `None of its accounts is as run ${runId} left it. Each says above what changed.`;
  if (asBefore > 0) return `The accounts of run ${runId} are again as they were before it.`;
  return `Run ${runId} changed no account.`;
}
