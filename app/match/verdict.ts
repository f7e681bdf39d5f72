import type { ProposalState, Rival } from '#shared/pairs.ts';
import { candidateFloor } from './bands.ts';
import { flags } from './columns/side.ts';
import { accountIdAt } from './evidence.ts';
import { type Contest, edgesAt, isCrowded, lostEdge, nearRivals, winnerOver } from './rivals.ts';
import { label } from './teach/labels.ts';
import { probability } from './weigh.ts';

/** An alternative below this score is not shown. */
const alternativeFloor = 0.02;

/** What a finished match comes to for an account, before it is put into words. */
export interface Verdict {
  readonly state: ProposalState;
  /** The account's edges worth showing, best first. */
  readonly order: readonly number[];
  readonly rivals: readonly Rival[];
  /** In a conflict over a customer that is another account's: the edge that gives it. */
  readonly winner: number | undefined;
  /** The account's best edge, worth showing or not. */
  readonly top: number | undefined;
}

/** An account's edges that nobody rejected, best first; of equal ones the active customer's comes first. */
function ranked({ odds, edges, labels, context, byAccount }: Contest, account: number): number[] {
  const standing = (edge: number): number =>
    (context.customers.flags[edges.customers[edge] ?? 0] ?? 0) & flags.inactive;
  const open = edgesAt(byAccount, account).filter((edge) => labels[edge] !== label.rejected);
  return open.sort(
    (a, b) =>
      (odds[b] ?? 0) - (odds[a] ?? 0) ||
      standing(a) - standing(b) ||
      (edges.customers[a] ?? 0) - (edges.customers[b] ?? 0),
  );
}

/** The edges worth showing: whatever comes first, and its alternatives that are not hopeless. */
function shownEdges({ odds }: Contest, order: readonly number[]): number[] {
  return order.filter((edge, index) => index === 0 || probability(odds[edge] ?? 0) >= alternativeFloor);
}

function withoutProposal(contest: Contest, order: readonly number[]): Verdict {
  const { odds } = contest;
  const lost = lostEdge(contest, order);
  const winner = lost === undefined ? undefined : winnerOver(contest, lost);
  const [top] = order;
  if (lost !== undefined && winner !== undefined) {
    const margin = Math.min(0, probability(odds[lost] ?? 0) - probability(odds[winner] ?? 0));
    const accountId = accountIdAt(contest.context.accounts, contest.edges.accounts[winner] ?? 0);
    return {
      state: 'conflict',
      order: shownEdges(contest, [lost, ...order.filter((edge) => edge !== lost)]),
      rivals: [{ kind: 'account', accountId, margin }],
      winner,
      top,
    };
  }
  if (top !== undefined && isCrowded(contest, order)) {
    const rivals = nearRivals(contest, top);
    if (rivals.length > 0) return { state: 'conflict', order, rivals, winner, top };
  }
  const enough = probability(odds[top ?? -1] ?? Number.NEGATIVE_INFINITY) >= candidateFloor;
  return { state: 'no-candidate', order: enough ? shownEdges(contest, order) : [], rivals: [], winner, top };
}

/** Decides what is proposed for the account at a place. */
export function verdictOn(contest: Contest, place: number): Verdict {
  const { odds, assigned } = contest;
  const all = ranked(contest, place);
  const [top] = all;
  if (top === undefined || probability(odds[top] ?? 0) < candidateFloor) return withoutProposal(contest, all);
  const order = shownEdges(contest, all);
  const rivals = nearRivals(contest, top);
  if (rivals.length > 0) return { state: 'conflict', order, rivals, winner: undefined, top };
  if (assigned[place] !== top) return withoutProposal(contest, order);
  return { state: 'suggested', order, rivals, winner: undefined, top };
}
