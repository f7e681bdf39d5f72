/** Steps forward that the rate is taken from: enough to even them out, few enough to follow a change. */
const kept = 12;
/** A gap longer than this (milliseconds) says nothing of the rate: the machine slept, or a service asked to wait. */
const longestGap = 90_000;

/** How long an operation will go on, by the rate of its last steps forward. */
export class TimeLeft {
  #steps: { readonly at: number; readonly done: number }[] = [];

  /** Seconds left once `done` of `total` is reached at `now` (milliseconds); null while nobody can say. */
  after(now: number, done: number, total: number | null): number | null {
    if (total === null) {
      this.#steps = [];
      return null;
    }
    const last = this.#steps.at(-1);
    if (last !== undefined && (done < last.done || now - last.at > longestGap)) this.#steps = [];
    if (this.#steps.length === 0 || done > (last?.done ?? 0)) {
      this.#steps = [...this.#steps.slice(1 - kept), { at: now, done }];
    }
    const first = this.#steps[0];
    const newest = this.#steps.at(-1);
    if (first === undefined || newest === undefined || newest.at - first.at < 1_000) return null;
    const left = ((total - newest.done) * (newest.at - first.at)) / (newest.done - first.done);
    return Math.max(0, Math.round((left - (now - newest.at)) / 1_000));
  }
}
