import type { DecisionEntry, Project } from '#app/project/index.ts';
import { ChangesSince, type Review } from '#app/review/index.ts';
import {
  type AccountNow,
  decidedOf,
  decidedOfCustomer,
  type ProjectNow,
  type Say,
} from '#app/worksheet/index.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';

/** The open project as a worksheet that came back is compared with it; `oldest` is the oldest revision asked for. */
export function projectNow(project: Project, review: Review, oldest: number): ProjectNow {
  const { ledger } = review;
  const changes = new ChangesSince(ledger, project.drift.since(oldest));
  return {
    id: project.id,
    severalAccounts: ledger.severalAccounts,
    revision: ledger.revision,
    account: (id) => accountNow(project, review, id),
    customer(id) {
      const customer = ledger.customers.get(id);
      if (customer === undefined) return null;
      const kind = decidedOfCustomer(review.stateOf(id));
      const entry = ledger.history.ofCustomer(id);
      const said = kind === null || entry === undefined ? null : { kind, author: entry.author, at: entry.at };
      return { name: customer.displayName, said };
    },
    changesSince: (account, customer, revision) => changes.of(account, customer, revision),
  };
}

function accountNow(project: Project, { ledger }: Review, id: AccountId): AccountNow | null {
  const account = ledger.accounts.get(id);
  if (account === undefined) return null;
  const decisions = ledger.history.inForce(id);
  const comments = ledger.isCommented(id) ? project.comments.of(id) : [];
  const inForce = ledger.rejectionsOf(id).inForce;
  const rejected = new Map<CustomerId, Say>();
  for (const { customerId, author, at } of decisions) {
    if (customerId !== null && inForce.has(customerId)) rejected.set(customerId, { author, at });
  }
  return { name: account.name, said: saidOf(ledger, id, decisions.at(-1)), rejected, comments };
}

/** What is decided of an account: as the worksheet shows it, and a doubtful link that is left as it is. */
function saidOf(
  ledger: Review['ledger'],
  id: AccountId,
  last: DecisionEntry | undefined,
): AccountNow['said'] {
  if (last === undefined) return null;
  const kind = decidedOf(ledger.standing(id).state) ?? (last.kind === 'ignore' ? last.kind : null);
  if (kind === null) return null;
  const { author, at, basis } = last;
  return { kind, customerId: kind === 'confirm' ? last.customerId : null, author, at, basis };
}
