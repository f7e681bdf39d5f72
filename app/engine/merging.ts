import { setImmediate } from 'node:timers/promises';
import {
  checkProjectFile,
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
  planningMerge,
  type Review,
} from '#app/review/index.ts';
import type { MergePreview } from '#shared/contract.ts';
import { AppError, errorMessage } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import { accountFields, changedFields, customerFields, type RecordField } from '#shared/record-fields.ts';
import type { Account, Customer } from '#shared/records.ts';
import { inSteps, type Steps } from '#shared/steps.ts';
import { organisationClash } from './organisations.ts';
import type { Session } from './session.ts';

/** Another reviewer's copy, and what they said in it. */
interface Other {
  readonly project: Project;
  readonly history: History;
}

/** What another reviewer's copy of the project would add, and where the two disagree. Errors of `readProject`. */
export function previewMerge(session: Session, path: string): Promise<MergePreview> {
  return withOther(session, path, async (other) => {
    const { review } = session.open;
    const plan = await planOf(review, other);
    const missing = accountsOf(
      plan.adopted.filter(({ accountId }) => !review.ledger.accounts.has(accountId)),
    );
    const differing = await inSteps(comparingRecords(review.ledger, other, plan.adopted), setImmediate);
    const unknown = missing.union(differing);
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
 * person chose: as one batch, each decision under its own author and time, and all remarks. Nobody decides meanwhile.
 */
export function merge(session: Session, path: string, takeTheirs: readonly AccountId[]) {
  return withOther(session, path, (other) =>
    session.writable.review.apart(async () => {
      const { project, review } = session.writable;
      const plan = await planOf(review, other);
      const chosen = new Set(takeTheirs);
      const disputed = plan.disagreements.filter(({ accountId }) => chosen.has(accountId));
      const wanted = [...plan.adopted, ...disputed.flatMap(({ theirSay }) => theirSay)];
      const differing = await inSteps(comparingRecords(review.ledger, other, wanted), setImmediate);
      const { decided, refused } = await review.adopt(
        wanted.filter(({ accountId }) => !differing.has(accountId)),
      );
      refused.push(
        ...refusalsOf(review, differing, 'merge-other-records'),
        ...refusalsOf(
          review,
          disputed.flatMap(({ accountId, theirSay }) => (theirSay.length > 0 ? [] : [accountId])),
          'merge-taken-back',
        ),
      );
      const remarks = newComments(session, other);
      project.comments.addAll(remarks);
      for (const { accountId } of remarks) review.ledger.noteComment(accountId);
      const customers = newCustomerDecisions(review, other);
      if (customers.length > 0) review.decideCustomers(customers);
      session.emit({ name: 'changed', payload: { what: 'decisions' } });
      return { decided, refused, customers: customers.length, comments: remarks.length };
    }),
  );
}

async function withOther<T>(session: Session, path: string, work: (other: Other) => Promise<T>): Promise<T> {
  const { project } = session.open;
  if (path === project.path) throw new AppError('merge-same', { path });
  await checkProjectFile(path);
  const other = readProject(path);
  try {
    for (const side of ['salesforce', 'quickbooks'] as const) {
      const origin = other.records.info(side)?.origin;
      const clash = origin?.kind === 'service' ? organisationClash(project, side, origin) : null;
      if (clash !== null) throw new AppError('merge-other-organisation', { ...clash });
    }
    return await work({
      project: other,
      history: await inSteps(
        History.replaying(other.decisions, await inSteps(other.journal.trailsOfUndos(), setImmediate)),
        setImmediate,
      ),
    });
  } finally {
    other.close();
  }
}

function planOf(review: Review, other: Other): Promise<MergePlan> {
  return inSteps(planningMerge(review.ledger.history, other.history), setImmediate);
}

function refusalsOf(
  review: Review,
  accounts: Iterable<AccountId>,
  code: 'merge-other-records' | 'merge-taken-back',
): { accountId: AccountId; message: string }[] {
  return Array.from(accounts, (accountId) => ({
    accountId,
    message: errorMessage(code, { account: nameOf(review, accountId) }),
  }));
}

/** What the other said of customers without an account on which there is no word here. */
function newCustomerDecisions({ ledger }: Review, { history: theirs }: Other): NewCustomerDecision[] {
  return [...theirs.customers()].flatMap((customerId) => {
    const said = theirs.ofCustomer(customerId);
    const isOpen = ledger.customers.has(customerId) && ledger.holdersOf(customerId).length === 0;
    if (said === undefined || !isOpen || ledger.history.ofCustomer(customerId) !== undefined) return [];
    const { kind, author, at } = said;
    return [{ customerId, kind, taken: { author, at } }];
  });
}

function newComments(session: Session, { project: other }: Other) {
  const mark = (comment: object) => JSON.stringify(comment);
  const known = new Set(session.open.project.comments.all().map(mark));
  return other.comments.all().filter((comment) => !known.has(mark(comment)));
}

/**
 * Finds the accounts whose decisions were taken on other data than ours: account or customer read otherwise in the copy, or
 * are not in both. Decisions on them are the other reviewer's, not ours to take. In small steps.
 */
function* comparingRecords(
  ledger: Ledger,
  { project: { records } }: Other,
  wanted: readonly DecisionEntry[],
): Steps<Set<AccountId>> {
  const known = wanted.filter(({ accountId }) => ledger.accounts.has(accountId));
  const ofPairs = known.flatMap(({ kind, customerId }) =>
    (kind === 'confirm' || kind === 'reject') && customerId !== null ? [customerId] : [],
  );
  const accounts = yield* readingAlike<Account>(
    accountsOf(known),
    records.accountBatches(),
    ledger.accounts,
    accountFields,
  );
  const customers = yield* readingAlike<Customer>(
    new Set(ofPairs),
    records.customerBatches(),
    ledger.customers,
    customerFields,
  );
  const differs = ({ accountId, customerId, kind }: DecisionEntry): boolean => {
    const isOfPair = (kind === 'confirm' || kind === 'reject') && customerId !== null;
    return !accounts.has(accountId) || (isOfPair && !customers.has(customerId));
  };
  return accountsOf(known.filter(differs));
}

/** Those of the records asked for that say the same in the copy as here, in all that is evidence. */
function* readingAlike<T extends { readonly id: string }>(
  asked: ReadonlySet<T['id']>,
  batches: Iterable<readonly T[]>,
  ours: ReadonlyMap<T['id'], T>,
  fields: readonly RecordField<T>[],
): Steps<Set<T['id']>> {
  const evident = fields.filter(({ isEvidence }) => isEvidence);
  const alike = new Set<T['id']>();
  if (asked.size === 0) return alike;
  for (const batch of batches) {
    for (const theirs of batch) {
      const own = asked.has(theirs.id) ? ours.get(theirs.id) : undefined;
      if (own !== undefined && changedFields(evident, theirs, own).length === 0) alike.add(theirs.id);
    }
    yield;
  }
  return alike;
}

function nameOf(review: Review, id: AccountId): string {
  return review.ledger.accounts.get(id)?.name ?? id;
}

function accountsOf(entries: readonly { accountId: AccountId }[]): Set<AccountId> {
  return new Set(entries.map(({ accountId }) => accountId));
}
