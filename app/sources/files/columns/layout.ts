import { headingKey } from './headings.ts';

/** How the columns of one field are recognised. */
export interface FieldColumns {
  /** Headings that mean this field, the likeliest first; only letters and digits count (see headings.ts). */
  readonly headings: readonly string[];
  /** The same as they are compared: every row that may be the one of headings is looked at for all of them. */
  readonly keys: readonly string[];
  /** Every column that fits is taken, in the order of the headings, not only the likeliest. */
  readonly many: boolean;
  /** Further headings, as they are compared, that mean this field. */
  readonly pattern: RegExp | null;
}

/** The fields that a kind of file can have, by the names under which a column map knows them. */
export interface Layout<F extends string> {
  /** What one row is, for messages. */
  readonly record: string;
  readonly fields: Readonly<Record<F, FieldColumns>>;
  /** A file is usable when it has a column for one field of each of these groups. */
  readonly keys: readonly (readonly F[])[];
}

/** A field that one column gives. The headings are separated by `|`. */
export function one(...headings: readonly string[]): FieldColumns {
  return fieldColumns(split(headings), false);
}

/** A field that several columns give together. The headings are separated by `|`; `#` stands for 1 to 5. */
export function many(...headings: readonly string[]): FieldColumns {
  const numbered = split(headings).flatMap((heading) =>
    heading.includes('#') ? [1, 2, 3, 4, 5].map((line) => heading.replace('#', String(line))) : [heading],
  );
  return fieldColumns(numbered, true);
}

/** A field that several columns give together, those with such a heading (as it is compared) among them. */
export function manyLike(pattern: RegExp, ...headings: readonly string[]): FieldColumns {
  return { ...many(...headings), pattern };
}

function fieldColumns(headings: readonly string[], many: boolean): FieldColumns {
  return { headings, keys: headings.map(headingKey), many, pattern: null };
}

function split(headings: readonly string[]): string[] {
  return headings.flatMap((list) => list.split('|')).map((heading) => heading.trim());
}
