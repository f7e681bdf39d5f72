import {
  type DecisionEntry,
  type NewCustomerDecision,
  type Project,
  readProject,
} from '#app/project/index.ts';
import {
  describeDisagreement,
  History,
  type Ledger,
  type MergePlan,
  mergePlan,
  type Review,
} from '#app/review/index.ts';
import type { MergePreview } from '#shared/contract.ts';
import { AppError, errorMessage } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import { accountFields, changedFields, customerFields, type RecordField } from '#shared/record-fields.ts';
import { organisationClash } from './organisations.ts';
import type { Session } from './session.ts';

/** What another reviewer's copy of the project would add, and where the two disagree. Errors of `readProject`. */
export function previewMerge(session: Session, path: string): MergePreview {
  return withOther(session, path, (other, plan) => {
    const { review } = session.open;
    const missing = accountsOf(
      plan.adopted.filter(({ accountId }) => !review.ledger.accounts.has(accountId)),
    );
    const unknown = missing.union(accountsThatDiffer(review.ledger, other, plan.adopted));
    return {
      adopted: accountsOf(plan.adopted).size - unknown.size,
      agreed: plan.agreed,
      unknown: unknown.size,
      customers: newCustomerDecisions(review, other).length,
      comments: newComments(session, other).length,
      disagreements: plan.disagreements.flatMap((disagreement) =>
        review.ledger.accounts.has(disagreement.accountId)
          ? [describeDisagreement(review.ledger, disagreement)]
          : [],
      ),
    };
  });
}

/**
 * Takes over what another reviewer decided of accounts that nobody decided here, and of those disagreements that the
 * person chose: as one batch, each decision under its own author and time, and all remarks.
 */
export function merge(session: Session, path: string, takeTheirs: readonly AccountId[]) {
  return withOther(session, path, (other, plan) => {
    const { project, review } = session.writable;
    const chosen = new Set(takeTheirs);
    const disputed = plan.disagreements.filter(({ accountId }) => chosen.has(accountId));
    const wanted = [...plan.adopted, ...disputed.flatMap(({ theirSay }) => theirSay)];
    const differing = accountsThatDiffer(review.ledger, other, wanted);
    const { decided, refused } = review.adopt(wanted.filter(({ accountId }) => !differing.has(accountId)));
    refused.push(
      ...[...differing].map((accountId) => {
        return {
          accountId,
          message: errorMessage('merge-other-records', { account: nameOf(review, accountId) }),
        };
      }),
      ...disputed.flatMap(({ accountId, theirSay }) =>
        theirSay.length > 0
          ? []
          : [
              {
                accountId,
                message: errorMessage('merge-taken-back', { account: nameOf(review, accountId) }),
              },
            ],
      ),
    );
    const remarks = newComments(session, other);
    for (const { accountId, text, author, at } of remarks) {
      project.comments.add(accountId, text, author, at);
      review.ledger.noteComment(accountId);
    }
    const customers = newCustomerDecisions(review, other);
    if (customers.length > 0) review.decideCustomers(customers);
    session.emit({ name: 'changed', payload: { what: 'decisions' } });
    return { decided, refused, customers: customers.length, comments: remarks.length };
  });
}

function withOther<T>(session: Session, path: string, work: (other: Project, plan: MergePlan) => T): T {
  const { project, review } = session.open;
  if (path === project.path) throw new AppError('merge-same', { path });
  const other = readProject(path);
  try {
    for (const side of ['salesforce', 'quickbooks'] as const) {
      const origin = other.records.info(side)?.origin;
      const clash = origin?.kind === 'service' ? organisationClash(project, side, origin) : null;
      if (clash !== null) throw new AppError('merge-other-organisation', { ...clash });
    }
    return work(other, mergePlan(review.ledger.history, new History(other.decisions.entries())));
  } finally {
    other.close();
  }
}

/** What the other said of customers without an account on which there is no word here. */
function newCustomerDecisions({ ledger }: Review, other: Project): NewCustomerDecision[] {
  const theirs = new History(other.decisions.entries());
  return [...theirs.customers()].flatMap((customerId) => {
    const said = theirs.ofCustomer(customerId);
    const isOpen = ledger.customers.has(customerId) && ledger.holdersOf(customerId).length === 0;
    if (said === undefined || !isOpen || ledger.history.ofCustomer(customerId) !== undefined) return [];
    const { kind, author, at } = said;
    return [{ customerId, kind, taken: { author, at } }];
  });
}

function newComments(session: Session, other: Project) {
  const mark = (comment: object) => JSON.stringify(comment);
  const known = new Set(session.open.project.comments.all().map(mark));
  return other.comments.all().filter((comment) => !known.has(mark(comment)));
}

/**
 * The accounts whose decisions were taken on other data than ours: account or customer read otherwise in the copy, or are
 * not in both. Decisions on them are the other reviewer's, not ours to take.
 */
function accountsThatDiffer(
  ledger: Ledger,
  other: Project,
  wanted: readonly DecisionEntry[],
): Set<AccountId> {
  const accounts = new Map(other.records.accounts().map((account) => [account.id, account]));
  const customers = new Map(other.records.customers().map((customer) => [customer.id, customer]));
  const differs = ({ accountId, customerId, kind }: DecisionEntry): boolean => {
    if (saysOtherwise(accountFields, ledger.accounts.get(accountId), accounts.get(accountId))) return true;
    const isOfPair = (kind === 'confirm' || kind === 'reject') && customerId !== null;
    return (
      isOfPair && saysOtherwise(customerFields, ledger.customers.get(customerId), customers.get(customerId))
    );
  };
  return accountsOf(wanted.filter(({ accountId }) => ledger.accounts.has(accountId)).filter(differs));
}

function saysOtherwise<T>(
  fields: readonly RecordField<T>[],
  ours: T | undefined,
  theirs: T | undefined,
): boolean {
  if (ours === undefined || theirs === undefined) return true;
  const evident = new Set<string>(fields.filter(({ isEvidence }) => isEvidence).map(({ name }) => name));
  return changedFields(fields, theirs, ours).some(({ field }) => evident.has(field));
}

function nameOf(review: Review, id: AccountId): string {
  return review.ledger.accounts.get(id)?.name ?? id;
}

function accountsOf(entries: readonly { accountId: AccountId }[]): Set<AccountId> {
  return new Set(entries.map(({ accountId }) => accountId));
}
