import { setImmediate } from 'node:timers/promises';
import type { RunEntry } from '#app/project/index.ts';
import type { SignedAttempt, SignedRow } from '#app/worksheet/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';
import { outcomeOf } from '#shared/sign-off.ts';
import type { OpenProject } from '../session.ts';

/**
 * Every account with what was decided of it and what came of it, as things are at one moment: begins again where
 * something is decided meanwhile. Others get their turn after every few thousand.
 * Errors: `cancelled`.
 */
export async function signedRows(open: OpenProject, signal: AbortSignal): Promise<SignedRow[]> {
  const { review } = open;
  for (;;) {
    const { last } = review.ledger.history;
    const signed = signing(open);
    const rows: SignedRow[] = [];
    let { revision, total, rows: piece } = review.rowsFrom(0);
    const begun = revision;
    while (revision === begun) {
      for (const row of piece) rows.push(...signed(row));
      if (piece.length === 0 || rows.length >= total) break;
      await setImmediate();
      if (signal.aborted) throw new AppError('cancelled');
      ({ revision, total, rows: piece } = review.rowsFrom(rows.length));
    }
    if (revision === begun && review.ledger.history.last === last) return rows;
  }
}

/** Gives what is to be said of a row, by the journal and the remarks as they are now. */
function signing({ project, review: { ledger } }: OpenProject): (row: ReviewRow) => SignedRow[] {
  const lastEntries = project.journal.lastEntries(null);
  const doneEntries = project.journal.lastEntries('done');
  const authors = new Map(project.journal.runs().map(({ id, author }) => [id, author]));
  const remarks = Map.groupBy(project.comments.all(), ({ accountId }) => accountId);
  const attemptOf = (id: AccountId, { state, customerId }: ReviewRow): RunEntry | undefined => {
    if (state === 'written') {
      const done = doneEntries.get(id);
      return done?.customerId === customerId ? done : undefined;
    }
    const entry = lastEntries.get(id);
    return entry?.decisionSeq === ledger.history.inForce(id).at(-1)?.seq ? entry : undefined;
  };
  const signedAttempt = ({ run, state, message, serviceMessage, at, after }: RunEntry): SignedAttempt => ({
    run,
    state,
    message,
    serviceMessage,
    at,
    customerId: after.customerId,
    author: authors.get(run) ?? '',
  });
  return (row) => {
    const id = row.accountId;
    const account = ledger.accounts.get(id);
    if (account === undefined) return [];
    const customer = row.customerId === null ? null : (ledger.customers.get(row.customerId) ?? null);
    const attempt = attemptOf(id, row);
    return [
      {
        row,
        account,
        customer,
        outcome: outcomeOf(row, attempt?.state ?? null),
        decision: ledger.history.inForce(id).at(-1) ?? null,
        attempt: attempt === undefined ? null : signedAttempt(attempt),
        remarks: (remarks.get(id) ?? []).map(({ author, text }) => `${author}: ${text}`).join('\n'),
      },
    ];
  };
}
