import type { UndoPlan } from '#shared/links.ts';
import type { RemovalPlan } from '#shared/removals.ts';
import { formatCounted } from '../../format/numbers.ts';

/** What is done to the records that the run created, as it is chosen: "Make 2 customers inactive, too". */
export function changeMadeWords({ action, records }: RemovalPlan): string {
  return `Make ${formatCounted(records.length, 'customer')} ${action === 'deactivate' ? 'inactive' : 'active again'}, too`;
}

/** What the button of an undo does: "Restore 2 accounts, make 2 customers inactive". */
export function undoWords({ restored, made }: UndoPlan, changes: boolean): string {
  const changed = changes ? (made?.records.length ?? 0) : 0;
  const accounts = `Restore ${formatCounted(restored.length, 'account')}`;
  if (changed === 0) return accounts;
  const become = made?.action === 'reactivate' ? 'active' : 'inactive';
  const customers = `${formatCounted(changed, 'customer')} ${become}`;
  return restored.length === 0 ? `Make ${customers}` : `${accounts}, make ${customers}`;
}

/** Why there is nothing to restore. */
export function whyNothing({ runId, skipped, asBefore }: UndoPlan): string {
  if (skipped.length > 0)
    return `None of its accounts is as run ${runId} left it. Each says above what changed.`;
  if (asBefore > 0) return `The accounts of run ${runId} are again as they were before it.`;
  return `Run ${runId} changed no account.`;
}
