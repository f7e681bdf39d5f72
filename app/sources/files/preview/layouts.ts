import type { FileKind } from '#shared/files.ts';
import { accountLayout } from '../columns/account-layout.ts';
import type { ColumnMap, MappedHeadings } from '../columns/column-map.ts';
import { contactLayout } from '../columns/contact-layout.ts';
import { customerLayout } from '../columns/customer-layout.ts';
import type { Layout } from '../columns/layout.ts';

/** A layout whatever its fields are: what is shown of a file does not depend on them. */
export type LayoutOf = Layout<string>;

/** The layout of each kind of file. */
export const layouts: Readonly<Record<FileKind, LayoutOf>> = {
  accounts: accountLayout,
  customers: customerLayout,
  contacts: contactLayout,
};

/** What a column map says of this kind of file. */
export function mapOf(map: ColumnMap, kind: FileKind): MappedHeadings<string> {
  return (map[kind] ?? {}) as MappedHeadings<string>;
}
