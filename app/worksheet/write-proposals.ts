import type { Hooks } from '#app/sources/index.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { ProposalOutline, ProposalState } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { writeCsvFile } from './csv-file.ts';
import { textCell } from './csv-line.ts';
import { proposalRows, type RankedCandidate } from './proposal-rows.ts';

const HEADING = 'account_id,customer_id,rank,score,band,state,reason,account_name,customer_name\n';
const ROWS_AT_ONCE = 2_000;

/** One line of the proposals: a candidate of an account, with both names. */
export interface ProposalRow extends Omit<RankedCandidate, 'state'> {
  /** `dangling` when the account carries an id that no customer has. */
  readonly state: ProposalState | 'dangling';
  readonly accountName: string;
  readonly customerName: string;
}

/**
 * Writes proposals as CSV for scripts: UTF-8 without byte order mark, commas, `\n`, the score with up to six
 * decimals. Gives the number of rows.
 *
 * People open such files in a spreadsheet, too. A cell that would run as a formula there gets one apostrophe in
 * front (`'=1+1`), which readers of ours take off again. That concerns names, and customer ids only in files
 * without ids, where a name is the id; the ids of the two services never begin so and are never touched.
 * Errors: `file-cannot-write`, `cancelled`, and whatever `batches` throws; then the file stays as it was.
 */
export async function writeProposalRows(
  path: string,
  batches: AsyncIterable<readonly ProposalRow[]> | Iterable<readonly ProposalRow[]>,
  hooks: Hooks,
): Promise<number> {
  return await writeCsvFile(
    path,
    { heading: HEADING, batches, line, step: 'Writing the proposals', total: null },
    hooks,
  );
}

function line(row: ProposalRow): string {
  const { accountId, customerId, rank, score, band, state, reason, accountName, customerName } = row;
  return (
    `${textCell(accountId)},${textCell(customerId)},${rank},${Number(score.toFixed(6))},${band ?? ''},${state},` +
    `${textCell(reason)},${textCell(accountName)},${textCell(customerName)}\n`
  );
}

/** What a CSV file of proposals is made from. */
export interface ProposalsData {
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly customers: ReadonlyMap<CustomerId, Customer>;
  readonly proposals: readonly ProposalOutline[];
}

/**
 * Writes the proposals for these records; see {@link writeProposalRows} for the form and the errors, and
 * {@link proposalRows} for the ranks. Gives the number of rows.
 */
export async function writeProposalsCsv(path: string, data: ProposalsData, hooks: Hooks): Promise<number> {
  return await writeProposalRows(path, namedRows(data), hooks);
}

function* namedRows({ accounts, customers, proposals }: ProposalsData): Generator<readonly ProposalRow[]> {
  let batch: ProposalRow[] = [];
  for (const candidate of proposalRows(proposals)) {
    const account = accounts.get(candidate.accountId);
    // An account is proposed anything only if the id it carries, if any, is no customer's.
    const isDangling = account !== undefined && account.linkedCustomerId !== '';
    const row = {
      ...candidate,
      state: isDangling ? ('dangling' as const) : candidate.state,
      accountName: account?.name ?? '',
      customerName: customers.get(candidate.customerId)?.displayName ?? '',
    };
    if (batch.push(row) < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
