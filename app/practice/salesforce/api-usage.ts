const dailyLimit = 100_000;

/** How many API calls were made since the start, against the organisation's daily allowance. */
export class ApiUsage {
  #used = 0;

  count(): void {
    this.#used += 1;
  }

  reset(): void {
    this.#used = 0;
  }

  get limit(): { Max: number; Remaining: number } {
    return { Max: dailyLimit, Remaining: Math.max(0, dailyLimit - this.#used) };
  }

  /** The value of the header `Sforce-Limit-Info`. */
  get header(): string {
    return `api-usage=${this.#used}/${dailyLimit}`;
  }
}
