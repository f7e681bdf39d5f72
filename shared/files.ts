import { z } from 'zod';

/** What one row of a file is. */
export const FileKind = z.enum(['accounts', 'customers', 'contacts']);
export type FileKind = z.infer<typeof FileKind>;

/** For each of our fields the headings of a file that give it; with an empty list no column gives it. */
export const FieldHeadings = z.record(
  z.string().min(1),
  z.union([z.string().min(1), z.array(z.string().min(1))]),
);
export type FieldHeadings = z.infer<typeof FieldHeadings>;

/** Reports put their title and their filters above the headings, but no more rows than this. */
export const mostTitleRows = 40;

/** The row that holds the headings, as the file numbers its rows (CSV: its records), from 1. */
export const HeadingRow = z.int().positive().max(mostTitleRows);

const one = <T extends z.ZodType>(value: T) =>
  z.strictObject({ accounts: value.optional(), customers: value.optional(), contacts: value.optional() });

/**
 * How files are to be read where that is not told by themselves: which columns give our fields, which sheet of a
 * workbook is meant, and which row holds the headings. The screen and `--map` of the command line know the same shape.
 */
export const FileMaps = one(FieldHeadings).extend({
  sheets: one(z.string().min(1)).optional(),
  headingRows: one(HeadingRow).optional(),
});
export type FileMaps = z.infer<typeof FileMaps>;

/** What was not as it should be; `rows` are the first thousand of `count`, none where it concerns the whole file. */
export const FileProblem = z.object({
  what: z.string(),
  column: z.string().nullable(),
  count: z.int().nonnegative(),
  rows: z.array(z.int().positive()),
});
export type FileProblem = z.infer<typeof FileProblem>;

/** A column of a file: its first values, and the field it gives. */
export const FileColumn = z.object({
  heading: z.string(),
  /** Another column before it bears the same heading, so that this one cannot be chosen by it. */
  isRepeated: z.boolean(),
  field: z.string().nullable(),
  samples: z.array(z.string()),
});
export type FileColumn = z.infer<typeof FileColumn>;

/** One of the first records, as it will be read. */
export const SampleRecord = z.object({
  row: z.int().positive(),
  id: z.string(),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  website: z.string(),
  address: z.string(),
});
export type SampleRecord = z.infer<typeof SampleRecord>;

/** What the beginning of a file says. */
export const FilePreview = z.object({
  fileName: z.string(),
  /** What the file seems to hold by its headings; null where they do not tell. */
  looksLike: FileKind.nullable(),
  /** The name of a layout that is known, such as "Salesforce report". */
  layout: z.string().nullable(),
  /** The sheets of a workbook that can be seen, and the one that was read; none for a text file. */
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  /** The row that was taken for the headings, and the first rows of the file to choose another from. */
  headingRow: z.int().positive(),
  firstRows: z.array(z.object({ row: z.int().positive(), text: z.string() })),
  columns: z.array(FileColumn),
  /** Our fields, with the words for them; `isMany` where several columns can give one together. */
  fields: z.array(z.object({ field: z.string(), label: z.string(), isMany: z.boolean() })),
  records: z.array(SampleRecord),
  /** Why the file cannot be read as it is: a column is missing, say. */
  obstacle: z.string().nullable(),
});
export type FilePreview = z.infer<typeof FilePreview>;

/** What reading the whole of a file came to. */
export const FileCheck = z.object({
  /** Records that can be used; of contacts those with an account and an e-mail address. */
  count: z.int().nonnegative(),
  hasIds: z.boolean(),
  problems: z.array(FileProblem),
});
export type FileCheck = z.infer<typeof FileCheck>;

/** The map that says what was recognised: each field with the headings of its columns. */
export function recognisedMap(
  columns: readonly Pick<FileColumn, 'heading' | 'field' | 'isRepeated'>[],
): FieldHeadings {
  const map: Record<string, string[]> = {};
  for (const { heading, field, isRepeated } of columns) {
    if (field === null || isRepeated || heading.trim() === '') continue;
    map[field] = [...(map[field] ?? []), heading.trim()];
  }
  return map;
}
