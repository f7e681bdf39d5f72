import { textOf } from '../store/record.ts';
import type { Store } from '../store/store.ts';

/** The lists that share one space of names and one sequence of ids. */
export const nameLists = ['Customer', 'Vendor', 'Employee'] as const;
export type NameList = (typeof nameLists)[number];

/** A name as it is compared: neither case nor stray white space makes a difference. */
export function nameKey(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** Whether any customer, vendor or employee but `exceptId`, active or not, has this display name. */
export function isNameTaken(store: Store, name: string, exceptId: string): boolean {
  const key = nameKey(name);
  return nameLists.some((list) =>
    store
      .all(list)
      .some((record) => textOf(record, 'Id') !== exceptId && nameKey(textOf(record, 'DisplayName')) === key),
  );
}
