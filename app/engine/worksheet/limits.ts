import type { Ledger } from '#app/review/index.ts';
import { MOST_LINKS, type RecordPages } from '#app/worksheet/index.ts';
import { confirmedOf, mostDecisions, mostOverwritten } from './changes.ts';
import { mostExplained } from './evidence.ts';
import type { SortedAccounts } from './sorted-out.ts';

const number = (count: number): string => count.toLocaleString('en');

/** What a worksheet of these accounts leaves out, in a sentence each; empty where it is complete. */
export function limitsOf(
  { matches, conflicts, accountsWithoutMatch, linked }: SortedAccounts,
  { history }: Ledger,
  pages: RecordPages,
): string[] {
  const pairs = matches.length + conflicts.length;
  const decisions = history
    .batchesBefore(null, Number.MAX_SAFE_INTEGER)
    .reduce((sum, { entries }) => sum + entries.length, 0);
  const confirmed = confirmedOf(matches).length;
  const longest = [matches, conflicts, accountsWithoutMatch, linked].toSorted(
    (one, other) => other.length - one.length,
  )[0];
  const some = longest?.[0];
  const hasPages = some !== undefined && pages.account(some.account.id) !== null;
  return [
    ...(pairs <= mostExplained
      ? []
      : [
          `“Evidence” explains ${number(mostExplained)} of ${number(pairs)} pairs: those in conflict, then the undecided ` +
            'ones, the least sure first. Counterpart shows the evidence of every pair.',
        ]),
    ...(decisions <= mostDecisions
      ? []
      : [`“Changes” lists the last ${number(mostDecisions)} of ${number(decisions)} decisions.`]),
    ...(confirmed <= mostOverwritten
      ? []
      : [
          `“Changes” lists what the next sync overwrites for ${number(mostOverwritten)} of ${number(confirmed)} confirmed ` +
            'pairs; “Matches” names the fields for all.',
        ]),
    ...(hasPages && (longest?.length ?? 0) * 2 > MOST_LINKS
      ? [`Excel opens ${number(MOST_LINKS)} links a sheet; ids further down a longer sheet are plain text.`]
      : []),
  ];
}
