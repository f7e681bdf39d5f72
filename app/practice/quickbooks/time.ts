const offsetHours = 7;

/** A time as QuickBooks writes it in records: seconds, Pacific time without its winter, `2026-11-23T02:00:00-07:00`. */
export function quickbooksTime(date: Date): string {
  return `${pacific(date).slice(0, 19)}-07:00`;
}

/** The time that ends every answer, with milliseconds. */
export function answerTime(date: Date): string {
  return `${pacific(date).slice(0, 23)}-07:00`;
}

function pacific(date: Date): string {
  return new Date(date.getTime() - offsetHours * 3_600_000).toISOString();
}
