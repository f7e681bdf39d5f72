/** A time as Salesforce's REST API writes it, to the second: `2026-11-23T09:00:00.000+0000`. */
export function salesforceTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}.000+0000`;
}

/** The same time as the Bulk API writes it: `2026-11-23T09:00:00.000Z`. */
export function bulkTime(restTime: string): string {
  return restTime.replace(/\+0000$/, 'Z');
}

/** The milliseconds since 1970 of a date or time in any form that SOQL and REST accept; NaN when it is none. */
export function timeValue(text: string): number {
  return Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

/** The stamp of a write that happens now: later than the record's former stamp, by a second at least. */
export function stampAfter(former: string, now: Date): string {
  const earliest = former === '' ? 0 : timeValue(former) + 1_000;
  return salesforceTime(new Date(Math.max(Math.floor(now.getTime() / 1_000) * 1_000, earliest)));
}
