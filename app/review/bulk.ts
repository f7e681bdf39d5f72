import type { DecisionEntry, NewDecision } from '#app/project/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';
import type { Ledger } from './ledger.ts';
import { checkDecision, claim } from './rules.ts';

/** What a bulk decision did: how many rows it decided, how many already said so, and which it could not decide. */
export interface BulkOutcome {
  readonly decided: number;
  readonly unchanged: number;
  readonly refused: { accountId: AccountId; message: string }[];
}

/** Of many decisions those that can be taken together; the others are told. */
export interface Acceptable extends Omit<BulkOutcome, 'decided'> {
  readonly accepted: NewDecision[];
}

/** So many decisions are checked between two turns of others. */
const decisionsAtOnce = 1_000;

/**
 * Checks many decisions that are to be one batch, in small steps: each by itself, and that no customer goes to two
 * accounts.
 */
export function* accepting(ledger: Ledger, wanted: readonly NewDecision[]): Steps<Acceptable> {
  const refused: Acceptable['refused'] = [];
  const accepted: NewDecision[] = [];
  const claimed = new Map<CustomerId, AccountId>();
  let unchanged = 0;
  let done = 0;
  for (const one of wanted) {
    done += 1;
    if (done % decisionsAtOnce === 0) yield;
    try {
      const decision = checkDecision(ledger, one);
      if (saysSoAlready(ledger, decision)) {
        unchanged += 1;
        continue;
      }
      claim(ledger, decision, claimed);
      accepted.push(decision);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push({ accountId: one.accountId, message: error.message });
    }
  }
  return { accepted, unchanged, refused };
}

/**
 * Of another reviewer's decisions those that can be taken over together, each under its own author and time; of an account
 * of which one is refused, none. In small steps.
 */
export function* adopting(ledger: Ledger, entries: readonly DecisionEntry[]): Steps<Acceptable> {
  const wanted = entries.map(({ accountId, customerId, kind, author, at }): NewDecision => {
    return { accountId, customerId, kind, taken: { author, at } };
  });
  const { accepted, unchanged, refused } = yield* accepting(ledger, wanted);
  const lost = new Set(refused.map(({ accountId }) => accountId));
  return { accepted: accepted.filter(({ accountId }) => !lost.has(accountId)), unchanged, refused };
}

/** Checks decisions that are one batch or nothing. Errors as of {@link checkDecision}. */
export function allAcceptable(ledger: Ledger, wanted: readonly NewDecision[]): NewDecision[] {
  const claimed = new Map<CustomerId, AccountId>();
  return wanted.map((one) => {
    const decision = checkDecision(ledger, one);
    claim(ledger, decision, claimed);
    return decision;
  });
}

function saysSoAlready(ledger: Ledger, { accountId, customerId, kind }: NewDecision): boolean {
  const last = ledger.history.inForce(accountId).at(-1);
  if (last?.kind !== kind) return false;
  if (kind === 'confirm') {
    return last.customerId === customerId && ledger.standing(accountId).state !== 'failed';
  }
  if (kind !== 'reject' || customerId === null) return true;
  return last.customerId === customerId && ledger.rejectionsOf(accountId).inForce.has(customerId);
}
