import { stat } from 'node:fs/promises';
import { Crew, Gathering, matchSides, Pace, usefulThreads, usualCountry } from '#app/match/index.ts';
import { eachBatch, type Hooks, streamAccountsFile } from '#app/sources/index.ts';
import { writeProposalRows } from '#app/worksheet/index.ts';
import type { MatchSummary } from '#shared/contract.ts';
import { readCustomersAside, readCustomersHere } from '../gather/index.ts';
import { ProposalCounts } from '../proposal-counts.ts';
import { rowsOf } from './proposal-batches.ts';
import type { MatchFilesRequest } from './request.ts';

/** What came of matching two files. */
export interface MatchedFiles {
  readonly rows: number;
  readonly summary: MatchSummary;
  readonly problems: string[];
}

/** A file of fewer bytes is read before a thread of its own would have started. */
const worthThread = 1_500_000;
const bytesPerRecord = 120;

/** The size of a file in bytes, 0 where it cannot be told; whoever reads it then says what is wrong. */
async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/**
 * Matches two files into a third. Each side is read and normalised batch by batch, large ones in threads of their own,
 * so that the records themselves are never all in memory.
 * Errors: those of the readers and of `writeProposalRows`, `cancelled`.
 */
export async function matchFiles(request: MatchFilesRequest, hooks: Hooks): Promise<MatchedFiles> {
  const began = performance.now();
  const pace = new Pace(hooks);
  const sizes = await Promise.all([sizeOf(request.accounts), sizeOf(request.customers)]);
  const threads = usefulThreads((sizes[0] + sizes[1]) / bytesPerRecord);
  const crew = new Crew(threads);
  try {
    const accounts = new Gathering();
    const aside = threads > 1 && sizes[1] >= worthThread;
    const source = { kind: 'file', path: request.customers, map: request.map } as const;
    const reading = aside ? readCustomersAside(source, hooks) : null;
    reading?.catch(() => {});
    const accountProblems = await readAccounts(request, accounts, hooks);
    const customers = await (reading ?? readCustomersHere(source, accounts.vocabulary, hooks));
    const country = usualCountry(accounts.countries, customers.countries);
    const [left, right] = [accounts.side(country), await customers.side(country, accounts.vocabulary)];
    const sides = { accounts: left, customers: right, vocabulary: accounts.vocabulary, country };
    const matched = await matchSides(sides, crew, pace);
    const counts = new ProposalCounts();
    const rows = await writeProposalRows(request.out, rowsOf(matched, pace, counts), hooks);
    return {
      rows,
      summary: counts.summary(performance.now() - began),
      problems: [...accountProblems, ...customers.problems],
    };
  } finally {
    await crew.close();
  }
}

async function readAccounts(
  { accounts: path, contacts, map }: MatchFilesRequest,
  gathering: Gathering,
  hooks: Hooks,
): Promise<readonly string[]> {
  const wanted = { ...(map === null ? {} : { map }), ...(contacts === null ? {} : { contacts }) };
  const { problems } = await eachBatch(streamAccountsFile(path, wanted, hooks), (batch) => {
    for (const account of batch) gathering.addAccount(account);
  });
  return problems;
}
