import { methodWords } from '#shared/method-words.ts';
import { confidence } from '#shared/sampling.ts';
import {
  customerOutcomeWords,
  type Money,
  openOutcomes,
  outcomeWords,
  type SignedSide,
  type SignOffSummary,
} from '#shared/sign-off.ts';
import { bandWords, runTitle } from '#shared/words.ts';

/** A line of the cover sheet. A table's first line are its headings; a `sign` line is left to be filled in by hand. */
export type CoverLine =
  | { readonly kind: 'title' | 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'fact' | 'head' | 'row'; readonly cells: readonly (string | number)[] }
  | { readonly kind: 'sign'; readonly cells: readonly string[] }
  | { readonly kind: 'blank' };

/** What the cover sheet of a sign-off pack says, line by line. Pure. */
export function coverLines(summary: SignOffSummary): CoverLine[] {
  return [
    { kind: 'title', text: summary.projectName },
    { kind: 'text', text: 'Links between Salesforce accounts and QuickBooks customers: record for sign-off' },
    blank,
    ...facts(summary),
    ...outcomes(summary),
    ...bands(summary),
    ...customers(summary),
    ...reviewers(summary),
    ...samples(summary),
    ...runs(summary),
    blank,
    { kind: 'heading', text: 'How it was done' },
    ...methodWords(summary.policy).map((text): CoverLine => ({ kind: 'text', text })),
    blank,
    { kind: 'heading', text: 'Signed off' },
    { kind: 'sign', cells: ['For the client', 'Name', '', 'Date'] },
    { kind: 'sign', cells: ['For the consultant', 'Name', '', 'Date'] },
  ];
}

const blank: CoverLine = { kind: 'blank' };

function facts({
  salesforce,
  quickbooks,
  matchedAt,
  period,
  preparedAt,
  preparedBy,
}: SignOffSummary): CoverLine[] {
  const lines: [string, string][] = [
    ['Salesforce', sideWords(salesforce, 'account')],
    ['QuickBooks', sideWords(quickbooks, 'customer')],
    ['Matched', matchedAt === null ? 'not yet' : moment(matchedAt)],
    [
      'Decided and written',
      period === null ? 'nothing yet' : `${moment(period.from)} to ${moment(period.to)}`,
    ],
    ['Prepared', `${moment(preparedAt)} by ${preparedBy}`],
  ];
  return lines.map((cells) => ({ kind: 'fact', cells }));
}

function sideWords(side: SignedSide | null, noun: string): string {
  if (side === null) return 'not exported';
  const { name, id, environment, choice, exportedAt, count } = side;
  const what = [id, environment].filter((part) => part !== null).join(', ');
  const nouns = `${formatted(count)} ${noun}${count === 1 ? '' : 's'}`;
  const chosen = choice === '' ? '' : ` (${choice})`;
  return `${name}${what === '' ? ' (a file)' : ` (${what})`}. ${nouns}${chosen}, exported ${moment(exportedAt)}`;
}

function outcomes({ outcomes: all, rejectedPairs }: SignOffSummary): CoverLine[] {
  const lines = all.map(({ outcome, accounts, money }): CoverLine => {
    const isOpen = openOutcomes.includes(outcome) ? 'still open' : '';
    return { kind: 'row', cells: [outcomeWords[outcome], accounts, isOpen, moneyWords(money)] };
  });
  const total = all.reduce((sum, { accounts }) => sum + accounts, 0);
  return [
    blank,
    { kind: 'heading', text: 'What came of every account' },
    { kind: 'head', cells: ['Outcome', 'Accounts', '', 'What their customers owe'] },
    ...lines,
    { kind: 'row', cells: ['All accounts', total] },
    ...(rejectedPairs === 0
      ? []
      : [{ kind: 'row', cells: ['Pairs that were rejected', rejectedPairs] } as const]),
  ];
}

function bands({ bands: all }: SignOffSummary): CoverLine[] {
  return [
    blank,
    { kind: 'heading', text: 'How sure the proposals were' },
    { kind: 'head', cells: ['Band', 'Pairs', '', 'What was decided'] },
    ...all.map(({ band, pairs, confirmed, undecided }): CoverLine => {
      const decided = `${formatted(confirmed)} confirmed, ${formatted(undecided)} not decided`;
      return { kind: 'row', cells: [bandWords[band], pairs, '', decided] };
    }),
  ];
}

function customers({ customers: all }: SignOffSummary): CoverLine[] {
  if (all.length === 0) return [];
  return [
    blank,
    { kind: 'heading', text: 'Customers to which no account belongs' },
    { kind: 'head', cells: ['What was decided', 'Customers'] },
    ...all.map(
      ({ state, customers: count }): CoverLine => ({
        kind: 'row',
        cells: [customerOutcomeWords[state], count],
      }),
    ),
  ];
}

function reviewers({ reviewers: all }: SignOffSummary): CoverLine[] {
  if (all.length === 0) return [];
  return [
    blank,
    { kind: 'heading', text: 'Who reviewed' },
    { kind: 'head', cells: ['Name', 'Decisions', '', 'From and to'] },
    ...all.map(({ name, decisions, from, to }): CoverLine => {
      return { kind: 'row', cells: [name, decisions, '', `${moment(from)} to ${moment(to)}`] };
    }),
  ];
}

function samples({ samples: all }: SignOffSummary): CoverLine[] {
  if (all.length === 0) {
    return [
      blank,
      { kind: 'heading', text: 'Measured error rate' },
      { kind: 'text', text: 'No blind sample was taken, so no error rate was measured.' },
    ];
  }
  return [
    blank,
    { kind: 'heading', text: `Measured error rate (blind samples, ${percent(confidence)} confidence)` },
    { kind: 'head', cells: ['What was sampled', 'Checked', 'Wrong', 'Wrong links to expect'] },
    ...all.map(({ what, counts, population, wrong, at, author }): CoverLine => {
      const checked = counts.right + counts.wrong + counts.unsure;
      const rate =
        wrong === null
          ? `not finished: ${counts.open} to be checked`
          : `${percent(wrong.rate)}, between ${percent(wrong.low)} and ${percent(wrong.high)} of ${formatted(population)}`;
      return {
        kind: 'row',
        cells: [`${what} (${moment(at)}, ${author})`, checked, counts.wrong, rate],
      };
    }),
  ];
}

function runs({ runs: all }: SignOffSummary): CoverLine[] {
  if (all.length === 0) return [];
  return [
    blank,
    { kind: 'heading', text: 'Writes to Salesforce' },
    { kind: 'head', cells: ['Run', 'Written', 'Not written', 'When and by whom'] },
    ...all.map((run): CoverLine => {
      const { counts, startedAt, author, organisationName } = run;
      const { done, ...others } = counts;
      const rest = Object.values(others).reduce((sum, count) => sum + count, 0);
      return {
        kind: 'row',
        cells: [`${runTitle(run)}, ${organisationName}`, done, rest, `${moment(startedAt)}, ${author}`],
      };
    }),
  ];
}

function moneyWords(money: Money): string {
  return money.map(({ currency, amount }) => `${currency} ${amounts.format(amount)}`.trim()).join(', ');
}

const formatted = (count: number): string => count.toLocaleString('en');
const amounts = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const shares = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const percent = (share: number) => shares.format(share);

/** To the minute, in UTC: a record is read where the local time is not known. */
function moment(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
