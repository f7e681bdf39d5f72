const usualDailyLimit = 100_000;

/** How many API calls were made since the start, against the organisation's daily allowance. */
export class ApiUsage {
  #used = 0;
  #daily = usualDailyLimit;

  /** Lets so many calls be made from now on. */
  setDaily(calls: number): void {
    this.#daily = this.#used + calls;
  }

  get isUsedUp(): boolean {
    return this.#used > this.#daily;
  }

  count(): void {
    this.#used += 1;
  }

  reset(): void {
    this.#used = 0;
    this.#daily = usualDailyLimit;
  }

  get limit(): { Max: number; Remaining: number } {
    return { Max: this.#daily, Remaining: Math.max(0, this.#daily - this.#used) };
  }

  /** The value of the header `Sforce-Limit-Info`. */
  get header(): string {
    return `api-usage=${this.#used}/${this.#daily}`;
  }
}
