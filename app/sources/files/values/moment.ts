/** `2026-10-01T09:30:00`: what a date cell of a workbook holds, which knows no time zone. */
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/** A time as both services write it, in UTC. One without a zone is taken for UTC; any other text stays as it is. */
export function momentText(text: string): string {
  return WITHOUT_ZONE.test(text) ? `${text}.000Z` : text;
}
