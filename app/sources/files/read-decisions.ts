import { DecisionKind } from '#shared/decisions.ts';
import { AppError } from '#shared/errors.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import type { Hooks } from '../hooks.ts';
import { type DecisionField, decisionLayout } from './columns/decision-layout.ts';
import type { FieldOf, Fields } from './fields.ts';
import { collectProblems } from './problems.ts';
import { readTable } from './read-table.ts';

/** One decision of a file. `customerId` is null where the cell is blank. */
export interface FileDecision {
  readonly accountId: AccountId;
  readonly customerId: CustomerId | null;
  readonly kind: DecisionKind;
}

const SHOWN = 10;

/**
 * Reads decisions from a file with the columns `account_id`, `customer_id` and `decision`.
 * Errors: those of `readTable`; `file-rows`, naming the rows, when any row cannot be used. All or none are read.
 */
export async function readDecisionsFile(path: string, hooks: Hooks): Promise<FileDecision[]> {
  const decisions: FileDecision[] = [];
  const wrong: string[] = [];
  const request = {
    path,
    layout: decisionLayout,
    map: {},
    sheet: null,
    headingRow: null,
    problems: collectProblems(),
  };
  const batches = readTable<DecisionField, FileDecision>(request, hooks, (fields) => {
    const decisionOf = decisionReader(fields);
    return (row) => {
      const decision = decisionOf(row);
      if (typeof decision !== 'string') return decision;
      wrong.push(`row ${row.number}: ${decision}`);
      return null;
    };
  });
  for await (const batch of batches) for (const decision of batch) decisions.push(decision);
  if (wrong.length === 0) return decisions;
  const more = wrong.length > SHOWN ? `; and ${(wrong.length - SHOWN).toLocaleString('en-US')} more` : '';
  throw new AppError('file-rows', { path, rows: wrong.slice(0, SHOWN).join('; ') + more });
}

/** Reads the decision of a row, or what is wrong with it. */
function decisionReader(fields: Fields<DecisionField>): FieldOf<FileDecision | string> {
  const accountIdOf = fields.text('accountId');
  const customerIdOf = fields.text('customerId');
  const decisionOf = fields.text('decision');
  return (row) => {
    const accountId = AccountId.safeParse(accountIdOf(row));
    if (!accountId.success) return 'no account_id of 1 to 500 characters';
    const customer = customerIdOf(row);
    const customerId = customer === '' ? null : CustomerId.safeParse(customer);
    if (customerId !== null && !customerId.success) return 'a customer_id of more than 500 characters';
    const decision = decisionOf(row);
    const kind = DecisionKind.safeParse(decision.toLowerCase());
    if (!kind.success) return `decision “${decision}” is none of ${DecisionKind.options.join(', ')}`;
    return { accountId: accountId.data, customerId: customerId?.data ?? null, kind: kind.data };
  };
}
