import { CustomerState } from '#shared/decisions.ts';
import { Band } from '#shared/pairs.ts';
import { Outcome, type SignOffSummary } from '#shared/sign-off.ts';
import type { RejectedPair, SignedCustomer, SignedDecision, SignedRow } from './data.ts';
import { MoneySum } from './money.ts';

/** What a summary is counted from. `decisions` are all that are in force. */
export interface SummaryInput {
  readonly rows: readonly SignedRow[];
  readonly rejected: readonly RejectedPair[];
  readonly customersWithoutMatch: readonly SignedCustomer[];
  readonly decisions: readonly Omit<SignedDecision, 'kind'>[];
}

/** What is counted of a project; the rest of a summary is known without counting. */
type Counted = Pick<
  SignOffSummary,
  'period' | 'reviewers' | 'outcomes' | 'bands' | 'rejectedPairs' | 'customers'
>;

/** Counts what was decided and what came of it; every account has one outcome. `runs` give the period its ends, too. Pure. */
export function counted(input: SummaryInput, runs: SignOffSummary['runs']): Counted {
  const { rows, rejected, customersWithoutMatch, decisions } = input;
  const states = Map.groupBy(customersWithoutMatch, ({ row }) => row.state);
  return {
    period: periodOf([
      ...decisions.map(({ at }) => at),
      ...runs.flatMap(({ startedAt, finishedAt }) => [startedAt, finishedAt ?? startedAt]),
    ]),
    reviewers: reviewersOf(decisions),
    outcomes: outcomesOf(rows),
    bands: bandsOf(rows),
    rejectedPairs: rejected.length,
    customers: CustomerState.options.flatMap((state) => {
      const customers = states.get(state)?.length ?? 0;
      return customers === 0 ? [] : [{ state, customers }];
    }),
  };
}

function outcomesOf(rows: readonly SignedRow[]): SignOffSummary['outcomes'] {
  const byOutcome = Map.groupBy(rows, ({ outcome }) => outcome);
  return Outcome.options.flatMap((outcome) => {
    const those = byOutcome.get(outcome);
    if (those === undefined) return [];
    const money = new MoneySum();
    for (const { customer } of those) if (customer !== null) money.add(customer);
    return [{ outcome, accounts: those.length, money: money.list() }];
  });
}

const settled: ReadonlySet<Outcome> = new Set(['written', 'to-write', 'failed', 'refused', 'unanswered']);

function bandsOf(rows: readonly SignedRow[]): SignOffSummary['bands'] {
  const byBand = Map.groupBy(rows, ({ row }) => row.band);
  return Band.options.map((band) => {
    const those = byBand.get(band) ?? [];
    return {
      band,
      pairs: those.length,
      confirmed: those.filter(({ outcome }) => settled.has(outcome)).length,
      undecided: those.filter(({ outcome }) => outcome === 'undecided').length,
    };
  });
}

function reviewersOf(decisions: SummaryInput['decisions']): SignOffSummary['reviewers'] {
  return Array.from(
    Map.groupBy(decisions, ({ author }) => author),
    ([name, theirs]) => ({
      name,
      decisions: theirs.length,
      ...(periodOf(theirs.map(({ at }) => at)) ?? { from: '', to: '' }),
    }),
  ).sort((one, other) => other.decisions - one.decisions || (one.name < other.name ? -1 : 1));
}

/** From the earliest to the latest moment; all are written alike, so that their order is that of their texts. */
function periodOf(moments: readonly string[]): SignOffSummary['period'] {
  let [from, to] = [moments[0], moments[0]];
  for (const at of moments) {
    if (from === undefined || at < from) from = at;
    if (to === undefined || at > to) to = at;
  }
  return from === undefined || to === undefined ? null : { from, to };
}
