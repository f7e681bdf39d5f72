import { z } from 'zod';

/** A record as a service has it. */
export const Held = z.looseObject({ Id: z.string() });
export type Held = z.infer<typeof Held>;

/** An account's two link fields. */
export interface Link {
  readonly id: string;
  readonly token: string;
}

export const idField = 'qime__QB_ID__c';
export const tokenField = 'qime__QB_SyncToken__c';
/** What Salesforce itself moves on with every write. */
const stamps = new Set(['SystemModstamp', 'LastModifiedDate', 'LastModifiedById']);

/** The link that a record carries. */
export function linkOf(record: Readonly<Record<string, unknown>>): Link {
  return { id: textOf(record[idField]), token: textOf(record[tokenField]) };
}

/** A value as text; `''` for none. */
export function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** The names of the fields in which two states of a record differ; null where there is only one of them. */
export function changedFields(before: Held | undefined, after: Held | undefined): string[] | null {
  if (before === undefined || after === undefined) return before === after ? [] : null;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !stamps.has(name))
    .filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null));
}

/** In what two states of a record differ, in words. */
export function differences(before: Held | undefined, after: Held | undefined): string[] {
  const changed = changedFields(before, after);
  if (changed === null) return [before === undefined ? 'is new' : 'is gone'];
  const of = (record: Held | undefined, name: string) => JSON.stringify(record?.[name] ?? null);
  return changed.map((name) => `${name} is ${of(after, name)}, not ${of(before, name)}`);
}

/** What a text says as JSON; null for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
