import type { Claims } from './claims.ts';
import { judgeNewAccount, judgeNewCustomer } from './creations.ts';
import { judgeLink, judgeWanted } from './links.ts';
import { judgeProject } from './project.ts';
import { judgeRemoval } from './removals.ts';

/** Notes in the truth's `wrong` whatever the program claims and is not so, and whatever it did not do for no reason. */
export function judge(claims: Claims): void {
  const { truth, journals, creations, removals } = claims;
  for (const [run, entries] of journals) {
    const order = truth.orders.get(run);
    if (order === undefined) {
      truth.isWrong(`run ${run} was never begun`);
      continue;
    }
    for (const entry of entries) judgeLink(claims, run, order, entry);
    const judgeCreation = order.kind === 'create-accounts' ? judgeNewAccount : judgeNewCustomer;
    for (const entry of creations.get(run) ?? []) judgeCreation(truth, run, order, entry);
    for (const entry of removals.get(run) ?? []) judgeRemoval(truth, run, order, entry);
  }
  judgeProject(claims);
  judgeWanted(claims);
}
