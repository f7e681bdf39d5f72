import type { ReviewRow } from '#shared/review.ts';
import { facets, valueKey } from './facet.ts';
import { FacetId } from './facet-id.ts';

/** The place of a score that there is not. */
export const noScore = 255;

const firstSize = 4_096;

/** A spelling of a value: the value's number, and in how many rows it is written so. */
interface Spelling {
  readonly code: number;
  count: number;
}

/**
 * A facet's value of every known row as a number: its place among the values, of which the first is `''`. Spellings that
 * are one value have one number, and the value is written as most rows write it.
 */
export class FacetColumn {
  codes = new Int32Array(firstSize);
  readonly values = [''];
  readonly #facet: FacetId;
  readonly #codes = new Map([['', 0]]);
  readonly #spellings = new Map<string, Spelling>();
  /** In how many rows each value is written as it is shown. */
  readonly #counts = [0];
  /** Neighbouring rows often have the same value, which need not be looked up then. */
  #last: { value: string; spelling: Spelling } = { value: '', spelling: { code: 0, count: 0 } };

  constructor(facet: FacetId) {
    this.#facet = facet;
  }

  codeOf(value: string): number | undefined {
    return this.#codes.get(valueKey(this.#facet, value));
  }

  set(place: number, row: ReviewRow): void {
    const value = facets[this.#facet].valueOf(row);
    if (value !== this.#last.value) this.#last = { value, spelling: this.#spellingOf(value) };
    const { spelling } = this.#last;
    const { code } = spelling;
    this.codes[place] = code;
    if (code === 0) return;
    spelling.count += 1;
    if (spelling.count <= (this.#counts[code] ?? 0)) return;
    this.#counts[code] = spelling.count;
    this.values[code] = value;
  }

  #spellingOf(value: string): Spelling {
    const known = this.#spellings.get(value);
    if (known !== undefined) return known;
    const key = valueKey(this.#facet, value);
    const code = this.#codes.get(key) ?? this.values.push(value) - 1;
    this.#codes.set(key, code);
    const spelling = { code, count: 0 };
    this.#spellings.set(value, spelling);
    return spelling;
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
