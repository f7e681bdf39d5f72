import type { ReviewRow } from '#shared/review.ts';
import { facets } from './facet.ts';
import { FacetId } from './facet-id.ts';

/** The place of a score that there is not. */
export const noScore = 255;

const firstSize = 4_096;

/** A facet's value of every known row as a number: its place among the values, of which the first is `''`. */
export class FacetColumn {
  codes = new Int32Array(firstSize);
  readonly values = [''];
  readonly #valueOf: (row: ReviewRow) => string;
  readonly #codes = new Map([['', 0]]);
  /** Neighbouring rows often have the same value, which need not be looked up then. */
  #last = { value: '', code: 0 };

  constructor(facet: FacetId) {
    this.#valueOf = facets[facet].valueOf;
  }

  codeOf(value: string): number | undefined {
    return this.#codes.get(value);
  }

  set(place: number, row: ReviewRow): void {
    const value = this.#valueOf(row);
    if (value === this.#last.value) {
      this.codes[place] = this.#last.code;
      return;
    }
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.#codes.set(value, code);
    }
    this.codes[place] = code;
    this.#last = { value, code };
  }
}

/** The facets of rows as numbers, read once for each row, as it comes, and kept as long as the store. */
export class FacetStore {
  readonly columns: Readonly<Record<FacetId, FacetColumn>>;
  /** Whole per cent, as the row shows them; {@link noScore} without a score. */
  scores = new Uint8Array(firstSize);
  readonly #places = new WeakMap<ReviewRow, number>();
  #count = 0;

  constructor() {
    const columns = FacetId.options.map((facet) => [facet, new FacetColumn(facet)]);
    this.columns = Object.fromEntries(columns) as FacetStore['columns'];
  }

  /** How many rows have been read. */
  get count(): number {
    return this.#count;
  }

  /** Where this row's numbers are. */
  placeOf(row: ReviewRow): number {
    const known = this.#places.get(row);
    if (known !== undefined) return known;
    const place = this.#count;
    if (place === this.scores.length) this.#grow();
    for (const facet of FacetId.options) this.columns[facet].set(place, row);
    this.scores[place] = row.score === null ? noScore : percentOf(row.score);
    this.#places.set(row, place);
    this.#count += 1;
    return place;
  }

  #grow(): void {
    const size = this.scores.length * 2;
    for (const facet of FacetId.options) {
      const column = this.columns[facet];
      column.codes = enlarged(column.codes, new Int32Array(size));
    }
    this.scores = enlarged(this.scores, new Uint8Array(size));
  }
}

function enlarged<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** A score in whole per cent; what is not quite certain is never 100. */
export function percentOf(score: number): number {
  const percent = Math.round(score * 100);
  return score < 1 ? Math.min(99, percent) : percent;
}
