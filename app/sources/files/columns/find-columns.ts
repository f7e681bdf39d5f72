import { AppError } from '#shared/errors.ts';
import type { MappedHeadings } from './column-map.ts';
import { headingKey } from './headings.ts';
import type { Layout } from './layout.ts';

/** Which columns (counted from 0) give each field; none where the file does not have it. */
export type Columns<F extends string> = Readonly<Record<F, readonly number[]>>;

/**
 * Recognises a row of headings. A column gives one field at most. Of several columns that fit a field, the one
 * with the likelier heading gives it, unless the field takes them all.
 */
export function columnsOf<F extends string>(
  headings: readonly string[],
  { fields }: Layout<F>,
  map: MappedHeadings<F>,
): Columns<F> {
  const keys = headings.map(headingKey);
  const columnsByKey = Map.groupBy(keys.keys(), (column) => keys[column] ?? '');
  columnsByKey.delete('');
  const names = Object.keys(fields) as F[];
  const columns = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<F, number[]>;
  const taken = new Set<number>();
  const take = (name: F, found: readonly number[]) => {
    columns[name].push(...found);
    for (const column of found) taken.add(column);
  };
  const at = (key: string) => (columnsByKey.get(key) ?? []).filter((column) => !taken.has(column));

  for (const name of names) {
    for (const heading of mapped(map, name)) take(name, at(headingKey(heading)).slice(0, 1));
  }
  for (const name of names) {
    if (map[name] !== undefined) continue;
    const { keys: known, many, pattern } = fields[name];
    const found = [...new Set(known.flatMap(at))];
    take(name, many ? found : found.slice(0, 1));
    if (pattern !== null)
      take(
        name,
        keys.flatMap((key, column) => (!taken.has(column) && pattern.test(key) ? column : [])),
      );
  }
  return columns;
}

/**
 * Checks that a row of headings gives what is needed.
 * Errors: `file-map-column` for a heading that only the map knows, `file-no-key`.
 */
export function requireColumns<F extends string>(
  path: string,
  headings: readonly string[],
  columns: Columns<F>,
  layout: Layout<F>,
  map: MappedHeadings<F>,
): void {
  const found = listed(headings);
  const keys = new Set(headings.map(headingKey));
  for (const field of Object.keys(layout.fields) as F[]) {
    const column = mapped(map, field).find((heading) => !keys.has(headingKey(heading)));
    if (column !== undefined) throw new AppError('file-map-column', { path, column, field, found });
  }
  const missing = layout.keys.find((group) => group.every((key) => columns[key].length === 0));
  if (missing === undefined) return;
  const expected = missing.flatMap((key) => layout.fields[key].headings.slice(0, 2)).join(', ');
  throw new AppError('file-no-key', { path, record: layout.record, expected, found });
}

function mapped<F extends string>(map: MappedHeadings<F>, field: F): readonly string[] {
  const headings = map[field];
  if (headings === undefined) return [];
  return typeof headings === 'string' ? [headings] : headings;
}

function listed(headings: readonly string[]): string {
  const names = headings.map((heading) => heading.trim()).filter((heading) => heading !== '');
  if (names.length === 0) return 'none';
  const shown = names
    .slice(0, 12)
    .map((name) => `“${name.slice(0, 60)}”`)
    .join(', ');
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}
