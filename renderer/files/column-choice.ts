import type { FieldHeadings, FileColumn, FilePreview } from '#shared/files.ts';
import { recognisedMap } from '#shared/files.ts';

/**
 * The columns as a person said they are: the preview that shows what comes of it arrives a moment later, and the next word
 * must not be about the one before.
 */
export function asSaid(
  columns: readonly FileColumn[],
  map: FieldHeadings | undefined,
): readonly FileColumn[] {
  if (map === undefined) return columns;
  const fieldOf = new Map(
    Object.entries(map).flatMap(([field, headings]) =>
      [headings].flat().map((heading) => [heading, field] as const),
    ),
  );
  return columns.map((column) => {
    if (column.isRepeated) return column;
    const said = fieldOf.get(column.heading.trim());
    const field = column.field !== null && column.field in map ? null : column.field;
    return { ...column, field: said ?? field };
  });
}

/** The columns of a file as they are taken now, our fields, and what was said of them before. */
interface Said {
  readonly columns: readonly FileColumn[];
  readonly fields: FilePreview['fields'];
  readonly map: FieldHeadings | undefined;
}

/**
 * The map after a person has said what a column is (`null`: not used). It names every field that a column gives, and says
 * of the others that were recognised that no column does. A field that takes one column only is taken from the one before.
 */
export function withColumn(
  { columns, fields, map = {} }: Said,
  heading: string,
  field: string | null,
): FieldHeadings {
  const isMany = fields.find((one) => one.field === field)?.isMany ?? false;
  const known = [...Object.keys(map), ...Object.keys(recognisedMap(columns))];
  const changed = columns.map((column) => {
    if (column.heading === heading && !column.isRepeated) return { ...column, field };
    return column.field === field && !isMany ? { ...column, field: null } : column;
  });
  return { ...Object.fromEntries(known.map((name) => [name, []])), ...recognisedMap(changed) };
}
