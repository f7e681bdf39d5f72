import { z } from 'zod';

/**
 * The text of a field as either service gives it. Absent and null are blank; a number or a boolean, which a field of
 * another type than expected holds, becomes its text.
 */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A field that is read by {@link textOf}; absent is fine. */
export const TextField = z.unknown().optional().transform(textOf);

/** A time in ISO 8601 and UTC, whatever offset the service wrote it with (`+0000`, `-07:00`, `Z`). Blank stays blank. */
export function utcTime(text: string): string {
  const time = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}
