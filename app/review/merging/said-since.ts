import { setImmediate } from 'node:timers/promises';
import type { DecisionLog } from '#app/project/index.ts';
import { inSteps } from '#shared/steps.ts';
import { History } from '../history.ts';
import { sayingIn } from '../teaching.ts';

/** So many pairs are compared between two turns of others. */
const pairsAtOnce = 10_000;

/** Tells how much of what a person said of pairs is other than it was at a line of the log. */
export class SaidSince {
  readonly #log: DecisionLog;
  /** What had been said at the line that was asked for last. */
  #then: { readonly last: number; readonly said: ReadonlySet<string> } | null = null;

  constructor(log: DecisionLog) {
    this.#log = log;
  }

  /** How many pairs are confirmed or rejected now and were not so at the line `last`, or the other way round. */
  async count(last: number, now: History): Promise<number> {
    if (last === now.last) return 0;
    return await inSteps(this.#counting(last, now), setImmediate);
  }

  *#counting(last: number, now: History) {
    const then = this.#then?.last === last ? this.#then.said : yield* this.#saidAt(last, now);
    this.#then = { last, said: then };
    const said = yield* sayingIn(now);
    return (yield* countingBeyond(said, then)) + (yield* countingBeyond(then, said));
  }

  *#saidAt(last: number, { takenBack }: History) {
    return yield* sayingIn(yield* History.replaying(this.#log, takenBack, last));
  }
}

function* countingBeyond(one: ReadonlySet<string>, other: ReadonlySet<string>) {
  let count = 0;
  let done = 0;
  for (const pair of one) {
    if (!other.has(pair)) count += 1;
    done += 1;
    if (done % pairsAtOnce === 0) yield;
  }
  return count;
}
