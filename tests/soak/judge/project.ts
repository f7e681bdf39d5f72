import { openForReading } from '#app/project/index.ts';
import type { Claims } from './claims.ts';

/** The project has what it wrote last, unless somebody else changed it since. */
export function judgeProject({ truth, journals, project }: Claims): void {
  const { records, close } = openForReading(project);
  try {
    const accounts = new Map(
      [...records.accountBatches()].flat().map((account) => [String(account.id), account]),
    );
    const customers = new Map(
      [...records.customerBatches()].flat().map((customer) => [String(customer.id), customer]),
    );
    const last = new Map<string, { readonly to: string; readonly at: number }>();
    const lost = (what: string) => truth.isWrong(`the project has no ${what}, which it created`);
    for (const run of [...journals.keys()].sort((a, b) => a - b)) {
      const order = truth.orders.get(run);
      for (const { accountId, state, after } of journals.get(run) ?? []) {
        const at = order?.written.get(accountId)?.at(-1)?.at;
        if (state === 'done' && at !== undefined) last.set(accountId, { to: after.customerId, at });
      }
      for (const [, { Id }] of order?.created ?? []) {
        if (!customers.has(Id) && truth.customer(Id) !== null && !truth.isEdited(Id)) lost(`customer ${Id}`);
      }
      for (const id of [...(order?.made.values() ?? [])].flat()) {
        if (!accounts.has(id) && !truth.isEdited(id)) lost(`account ${id}`);
      }
      for (const [id] of order?.changed ?? []) {
        const now = truth.customer(id);
        if (now === null || truth.isEdited(id)) continue;
        if (customers.get(id)?.active !== now.Active)
          truth.isWrong(`the project says wrongly whether customer ${id} is active, which it changed`);
      }
    }
    for (const [id, { to, at }] of last) {
      if (truth.isEdited(id, at)) continue;
      const held = accounts.get(id)?.linkedCustomerId;
      if (held !== undefined && held !== to)
        truth.isWrong(`the project says ${id} carries “${held}”, and it carries “${to}”`);
    }
  } finally {
    close();
  }
}
