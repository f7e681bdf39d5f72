import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { Hooks } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { guardFormula } from '#shared/formula-guard.ts';
import type { Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { type ProposalRow, proposalRows } from './proposal-rows.ts';
import { replaceFile } from './replace-file.ts';

const COLUMNS = [
  'account_id',
  'customer_id',
  'rank',
  'score',
  'band',
  'state',
  'reason',
  'account_name',
  'customer_name',
];
const ROWS_AT_ONCE = 2_000;

/** What a CSV file of proposals is made from. */
export interface ProposalsData {
  readonly accounts: Iterable<Account>;
  readonly customers: Iterable<Customer>;
  readonly proposals: Iterable<Proposal>;
}

/**
 * Writes proposals as CSV for scripts: UTF-8 without byte order mark, commas, `\n`, the score with up to six
 * decimals; see {@link proposalRows} for the ranks. Gives the number of rows.
 *
 * People open such files in a spreadsheet, too. A cell that would run as a formula there gets one apostrophe in
 * front (`'=1+1`), which readers of ours take off again. That concerns names, and customer ids only in files
 * without ids, where a name is the id; the ids of the two services never begin so and are never touched.
 * Errors: `file-cannot-write`, `cancelled`.
 */
export async function writeProposalsCsv(path: string, data: ProposalsData, hooks: Hooks): Promise<number> {
  let rows = 0;
  await replaceFile(path, async (temporary) => {
    const text = csvText(data, hooks, (written) => {
      rows = written;
    });
    await pipeline(text, createWriteStream(temporary));
  });
  return rows;
}

async function* csvText(
  data: ProposalsData,
  hooks: Hooks,
  written: (rows: number) => void,
): AsyncGenerator<string> {
  const accounts = [...data.accounts];
  const accountNames = new Map(accounts.map(({ id, name }) => [id, name]));
  // An account is proposed anything only if the id it carries, if any, is no customer's.
  const dangling = new Set(
    accounts.filter(({ linkedCustomerId }) => linkedCustomerId !== '').map(({ id }) => id),
  );
  const customerNames = new Map(Array.from(data.customers, ({ id, displayName }) => [id, displayName]));
  const cells = (row: ProposalRow) => [
    guardFormula(row.accountId),
    guardFormula(row.customerId),
    row.rank,
    Number(row.score.toFixed(6)),
    row.band ?? '',
    dangling.has(row.accountId) ? 'dangling' : row.state,
    guardFormula(row.reason),
    guardFormula(accountNames.get(row.accountId) ?? ''),
    guardFormula(customerNames.get(row.customerId) ?? ''),
  ];
  let count = 0;
  let batch: ReturnType<typeof cells>[] = [];
  yield csv([COLUMNS]);
  for (const row of proposalRows(data.proposals)) {
    count += 1;
    if (batch.push(cells(row)) < ROWS_AT_ONCE) continue;
    yield csv(batch);
    batch = [];
    hooks.progress('Writing the proposals', count, null);
    if (hooks.signal.aborted) throw new AppError('cancelled');
  }
  yield csv(batch);
  if (hooks.signal.aborted) throw new AppError('cancelled');
  written(count);
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return stringify([...rows], { quoted_match: /[\r\n]/ });
}
