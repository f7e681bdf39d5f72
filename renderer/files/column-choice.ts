import type { FieldHeadings, FilePreview } from '#shared/files.ts';
import { recognisedMap } from '#shared/files.ts';

/**
 * The map after a person has said what a column is (`null`: not used). It names every field that a column gives, and says
 * of the others that were recognised that no column does. A field that takes one column only is taken from the one before.
 */
export function withColumn(
  { columns, fields }: Pick<FilePreview, 'columns' | 'fields'>,
  heading: string,
  field: string | null,
): FieldHeadings {
  const isMany = fields.find((one) => one.field === field)?.isMany ?? false;
  const recognised = Object.keys(recognisedMap(columns));
  const changed = columns.map((column) => {
    if (column.heading === heading && !column.isRepeated) return { ...column, field };
    return column.field === field && !isMany ? { ...column, field: null } : column;
  });
  return { ...Object.fromEntries(recognised.map((name) => [name, []])), ...recognisedMap(changed) };
}
