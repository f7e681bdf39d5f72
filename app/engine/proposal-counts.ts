import type { MatchSummary } from '#shared/contract.ts';
import type { Band, ProposalState } from '#shared/pairs.ts';

/** What is counted of a proposal. */
interface Told {
  readonly state: ProposalState;
  readonly candidates: readonly { readonly band: Band | null }[];
}

/** How many proposals there are of each kind, counted as they come. */
export class ProposalCounts {
  readonly #bands = { certain: 0, likely: 0, possible: 0 };
  #conflicts = 0;
  #withoutCandidate = 0;

  add({ state, candidates }: Told): void {
    const band = candidates[0]?.band ?? null;
    if (state === 'conflict') this.#conflicts += 1;
    else if (state === 'no-candidate' || band === null) this.#withoutCandidate += 1;
    else this.#bands[band] += 1;
  }

  /** What the counts come to, of a match that took so many milliseconds. */
  summary(milliseconds: number): MatchSummary {
    const { certain, likely, possible } = this.#bands;
    return {
      proposals: certain + likely + possible,
      bands: { ...this.#bands },
      conflicts: this.#conflicts,
      withoutCandidate: this.#withoutCandidate,
      milliseconds,
    };
  }
}
