import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { HeadingRow } from '#shared/files.ts';
import { type AccountField, accountLayout } from './account-layout.ts';
import { type ContactField, contactLayout } from './contact-layout.ts';
import { type CustomerField, customerLayout } from './customer-layout.ts';
import type { FieldColumns } from './layout.ts';

const Headings = z.union([z.string().min(1), z.array(z.string().min(1))]);
const SheetName = z.string().min(1).optional();
const Row = HeadingRow.optional();

function fieldsOf<F extends string>(fields: Readonly<Record<F, FieldColumns>>) {
  return z.partialRecord(z.enum(Object.keys(fields) as F[]), Headings);
}

/**
 * A column map: for each kind of file, the headings that give our fields where they are not recognised by
 * themselves. A field that several columns give (`emails`, `billingStreet`, `billingAddress`…) takes a list; the
 * names of the fields are the keys of the layouts beside this file. Headings are compared by letters and digits
 * only, and a heading that the map names is not taken for anything else. An empty list says that no column gives the
 * field; fields that the map leaves out are recognised as usual. `sheets` names the sheets of workbooks, where not the
 * one that fits best is meant, `headingRows` the row of the headings, where another one was taken for it. The screen remembers the same shape (shared/files.ts).
 * ```json
 * {
 *   "accounts": { "name": "Firma", "id": "Kontonummer", "emails": ["E-Mail", "Rechnungs-E-Mail"] },
 *   "customers": { "displayName": "Kunde" },
 *   "contacts": { "accountId": "Kontonummer" },
 *   "sheets": { "customers": "Kunden 2026" },
 *   "headingRows": { "customers": 4 }
 * }
 * ```
 */
export const ColumnMap = z.strictObject({
  accounts: fieldsOf<AccountField>(accountLayout.fields).optional(),
  customers: fieldsOf<CustomerField>(customerLayout.fields).optional(),
  contacts: fieldsOf<ContactField>(contactLayout.fields).optional(),
  sheets: z.strictObject({ accounts: SheetName, customers: SheetName, contacts: SheetName }).optional(),
  headingRows: z.strictObject({ accounts: Row, customers: Row, contacts: Row }).optional(),
});
export type ColumnMap = z.infer<typeof ColumnMap>;

/** What a column map says of one kind of file. */
export type MappedHeadings<F extends string> = Readonly<Partial<Record<F, string | readonly string[]>>>;

/**
 * Reads a column map from a JSON file.
 * Errors: `file-not-found`; `file-map` naming every place that does not fit.
 */
export async function loadColumnMap(path: string): Promise<ColumnMap> {
  return checkedColumnMap(json(path, await readText(path)), path);
}

/** A column map that came from elsewhere, checked; `path` says from where. Errors: `file-map`. */
export function checkedColumnMap(map: unknown, path: string): ColumnMap {
  const parsed = ColumnMap.safeParse(map);
  if (parsed.success) return parsed.data;
  const detail = parsed.error.issues
    .map(({ path: place, message }) => `${place.join('.') || 'the whole'}: ${message}`)
    .join('; ');
  throw new AppError('file-map', { path, detail });
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new AppError('file-not-found', { path }, error);
    throw new AppError(
      'file-map',
      { path, detail: error instanceof Error ? error.message : String(error) },
      error,
    );
  }
}

function json(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const detail = `it is no JSON (${error instanceof Error ? error.message : String(error)})`;
    throw new AppError('file-map', { path, detail }, error);
  }
}
