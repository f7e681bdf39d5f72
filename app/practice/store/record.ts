/** A value as JSON carries it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/** A record as it is stored: what its service serves, under its service's own property names. */
export type StoredRecord = JsonObject;

/** Says whether a value is a JSON object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field as text; `''` where it is absent, null or not text. */
export function textOf(record: StoredRecord, field: string): string {
  const value = record[field];
  return typeof value === 'string' ? value : '';
}

/** The fields in which two states of a record differ, each with its value before and after (null when absent). */
export function changesBetween(before: StoredRecord, after: StoredRecord): Record<string, [Json, Json]> {
  const changes: Record<string, [Json, Json]> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    if (JSON.stringify(was) !== JSON.stringify(is)) changes[field] = [was, is];
  }
  return changes;
}
