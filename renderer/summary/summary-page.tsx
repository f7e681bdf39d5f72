import type { ReactNode } from 'react';
import {
  customerOutcomeWords,
  type Money,
  openOutcomes,
  outcomeWords,
  type SignedSide,
  type SignOffSummary,
} from '#shared/sign-off.ts';
import { bandWords, runTitle } from '#shared/words.ts';
import { formatCount, formatCounted, formatMoney } from '../format/numbers.ts';
import { environmentWords, runStatusWords } from '../format/words.ts';
import { sampleResult } from '../review/bulk/words.ts';
import styles from './summary.module.css';

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const when = (iso: string): string => day.format(new Date(iso));

/** The summary of a project as it stands on paper. */
export function SummaryPage({ summary }: { readonly summary: SignOffSummary }) {
  const { projectName, salesforce, quickbooks, period, reviewers, preparedAt, preparedBy } = summary;
  return (
    <>
      <h1 className={styles.title}>{projectName}</h1>
      <p className={styles.subtitle}>Links between Salesforce accounts and QuickBooks customers</p>
      <dl className={styles.facts}>
        <Side name="Salesforce" side={salesforce} noun="account" />
        <Side name="QuickBooks" side={quickbooks} noun="customer" />
        <dt>Worked on</dt>
        <dd>{period === null ? 'not yet' : `${when(period.from)} to ${when(period.to)}`}</dd>
        <dt>Reviewed by</dt>
        <dd>
          {reviewers.length === 0
            ? 'nobody yet'
            : reviewers
                .map(({ name, decisions }) => `${name} (${formatCounted(decisions, 'decision')})`)
                .join(', ')}
        </dd>
        <dt>Prepared</dt>
        <dd>
          {when(preparedAt)} by {preparedBy}
        </dd>
      </dl>
      <Outcomes summary={summary} />
      <Bands summary={summary} />
      <Samples summary={summary} />
      <Customers summary={summary} />
      <Runs summary={summary} />
      <p className={styles.small}>
        Money is the open balance of the customers when they were exported, each counted once; currencies are
        not added up.
      </p>
    </>
  );
}

function Side(props: { readonly name: string; readonly side: SignedSide | null; readonly noun: string }) {
  const { name, side, noun } = props;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {side === null
          ? 'not exported'
          : `${side.name}${side.environment === null ? '' : ` (${environmentWords[side.environment]})`}, ${formatCounted(side.count, noun)}${side.choice === '' ? '' : ` (${side.choice})`}, exported ${when(side.exportedAt)}`}
      </dd>
    </>
  );
}

/** A table with words in its first column and in its last where `ends` says so, and numbers between. */
function Figures(props: {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly ends?: 'words';
}) {
  const { title, headings, rows, ends } = props;
  const isNumber = (at: number) => at > 0 && !(ends === 'words' && at === headings.length - 1);
  return (
    <section className={styles.block}>
      <h2>{title}</h2>
      <table className={styles.figures} aria-label={title}>
        <thead>
          <tr>
            {headings.map((heading, at) => (
              <th key={heading} scope="col" className={isNumber(at) ? styles.number : undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row[0])}>
              {row.map((cell, at) => (
                <td key={headings[at]} className={isNumber(at) ? styles.number : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Outcomes({ summary: { outcomes, rejectedPairs } }: { readonly summary: SignOffSummary }) {
  const rowsOf = (open: boolean) =>
    outcomes
      .filter(({ outcome }) => openOutcomes.includes(outcome) === open)
      .map(({ outcome, accounts, money }) => [
        outcomeWords[outcome],
        formatCount(accounts),
        moneyWords(money),
      ]);
  const done = rowsOf(false);
  if (rejectedPairs > 0) done.push(['Pairs that were rejected', formatCount(rejectedPairs), '']);
  const open = rowsOf(true);
  const headings = ['Outcome', 'Accounts', 'Customers owe'];
  return (
    <>
      <Figures title="What came of the accounts" headings={headings} rows={done} />
      {open.length === 0 ? (
        <p>Nothing is open.</p>
      ) : (
        <Figures title="What is open" headings={headings} rows={open} />
      )}
    </>
  );
}

function Bands({ summary: { bands } }: { readonly summary: SignOffSummary }) {
  return (
    <Figures
      title="How sure the proposals were"
      headings={['Band', 'Pairs', 'Confirmed', 'Not decided']}
      rows={bands.map(({ band, pairs, confirmed, undecided }) => [
        bandWords[band],
        formatCount(pairs),
        formatCount(confirmed),
        formatCount(undecided),
      ])}
    />
  );
}

function Samples({ summary: { samples } }: { readonly summary: SignOffSummary }) {
  if (samples.length === 0) {
    return (
      <section className={styles.block}>
        <h2>Measured error rate</h2>
        <p>No blind sample was taken, so no error rate was measured.</p>
      </section>
    );
  }
  return (
    <Figures
      title="Measured error rate"
      headings={['Blind sample', 'Wrong links']}
      ends="words"
      rows={samples.map((sample) => [
        `${sample.what}, ${when(sample.at)}, ${sample.author}`,
        sample.wrong === null
          ? `not finished: ${formatCounted(sample.counts.open, 'pair')} to be checked`
          : sampleResult(sample, sample.wrong),
      ])}
    />
  );
}

function Customers({ summary: { customers } }: { readonly summary: SignOffSummary }) {
  if (customers.length === 0) return null;
  return (
    <Figures
      title="Customers without an account"
      headings={['What was decided', 'Customers']}
      rows={customers.map(({ state, customers: count }) => [customerOutcomeWords[state], formatCount(count)])}
    />
  );
}

function Runs({ summary: { runs } }: { readonly summary: SignOffSummary }) {
  if (runs.length === 0) return null;
  return (
    <Figures
      title="Writes to Salesforce"
      headings={['Run', 'Written', 'Failed', 'Refused', 'Open', 'When, by whom']}
      ends="words"
      rows={runs.map((run) => [
        `${runTitle(run)}, ${runStatusWords[run.status]}`,
        formatCount(run.counts.done),
        formatCount(run.counts.failed),
        formatCount(run.counts.refused),
        formatCount(run.counts.planned + run.counts.sent + run.counts.unknown),
        `${when(run.startedAt)}, ${run.author}`,
      ])}
    />
  );
}

function moneyWords(money: Money): string {
  return money.map(({ amount, currency }) => formatMoney(amount, currency)).join(', ');
}
