import type { Account, Customer } from './records.ts';

/** What a record holds that says nothing about which business it is. The matcher reads all else. */
export const unmatchedFields: ReadonlySet<string> = new Set<keyof Account | keyof Customer>([
  'annualRevenue',
  'balance',
  'balanceWithJobs',
  'createdAt',
  'currency',
  'fax',
  'lastModified',
  'level',
  'notes',
  'owner',
  'resaleNumber',
  'syncToken',
  'systemModstamp',
  'taxable',
  'taxExemptionReason',
  'type',
]);

const matchedText = (record: unknown): string =>
  JSON.stringify(record, (field, value: unknown) => (unmatchedFields.has(field) ? undefined : value));

/** Whether the matcher reads the same in both; they are records of one kind, or what JSON made of them. */
export function matchesTheSame(before: unknown, after: unknown): boolean {
  return matchedText(before) === matchedText(after);
}
