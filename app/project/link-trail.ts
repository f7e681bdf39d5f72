import type { AccountId, RunId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';

/** A run, and which one it undoes. */
export interface TrailRun {
  readonly id: RunId;
  readonly undoes: RunId | null;
  readonly author: string;
}

/** An account's link that a run changed for sure, and the decision that the link comes from. */
export interface LinkChange {
  readonly run: RunId;
  readonly accountId: AccountId;
  readonly decisionSeq: number;
  readonly customerName: string;
  readonly at: string;
}

/** Decisions on an account that no longer count, because what they led to was undone: all up to one, but for one. */
export interface TakenBack {
  readonly upTo: number;
  readonly except: number | null;
}

/** Who undid a link, when, and to which customer it was. `at` is ISO 8601. */
export interface UndoneLink extends TakenBack {
  readonly run: RunId;
  readonly author: string;
  readonly at: string;
  readonly customerName: string;
}

/** What became of an account's link through all runs and their undos. */
export interface LinkTrail {
  /** The write whose link the account carries as far as the journal knows; null where all were undone. */
  readonly writer: RunId | null;
  /** Null where nothing was ever undone. */
  readonly takenBack: TakenBack | null;
  /** Null where the last change made a link. */
  readonly undone: UndoneLink | null;
}

/** What a run does in the end to the links of a write: an undo takes them away, the undo of an undo makes them again. */
export interface RunEffect {
  readonly write: RunId;
  readonly links: boolean;
}

/** So many changes are followed between two turns of others. */
const changesAtOnce = 1_000;

/** The trail of each account whose link was ever changed, in small steps. `changes` come in the order of the runs. Pure. */
export function* linkTrails(
  runs: readonly TrailRun[],
  changes: Iterable<LinkChange>,
): Steps<Map<AccountId, LinkTrail>> {
  const effects = runEffects(runs);
  const authors = new Map(runs.map(({ id, author }) => [id, author]));
  const writers = new Map<AccountId, RunId[]>();
  const trails = new Map<AccountId, LinkTrail>();
  let done = 0;
  for (const change of changes) {
    done += 1;
    if (done % changesAtOnce === 0) yield;
    const { run, accountId, decisionSeq, customerName, at } = change;
    const effect = effects.get(run);
    if (effect === undefined) continue;
    const before = trails.get(accountId)?.takenBack ?? null;
    const stack = writers.get(accountId) ?? [];
    writers.set(accountId, stack);
    if (effect.links) {
      stack.push(effect.write);
      const takenBack = before === null ? null : { ...before, except: decisionSeq };
      trails.set(accountId, { writer: effect.write, takenBack, undone: null });
      continue;
    }
    if (stack.at(-1) === effect.write) stack.pop();
    // What was decided before the link was confirmed is no more in force than it was while the link stood.
    const takenBack = { upTo: Math.max(before?.upTo ?? 0, decisionSeq), except: null };
    trails.set(accountId, {
      writer: stack.at(-1) ?? null,
      takenBack,
      undone: { ...takenBack, run, author: authors.get(run) ?? '', at, customerName },
    });
  }
  return trails;
}

/** The effect of each run. They come in the order of their numbers, and none undoes a later one. Pure. */
export function runEffects(runs: readonly Omit<TrailRun, 'author'>[]): Map<RunId, RunEffect> {
  const effects = new Map<RunId, RunEffect>();
  for (const { id, undoes } of runs) {
    const undone = undoes === null ? undefined : effects.get(undoes);
    const isWrite = undone === undefined;
    effects.set(id, isWrite ? { write: id, links: true } : { write: undone.write, links: !undone.links });
  }
  return effects;
}
