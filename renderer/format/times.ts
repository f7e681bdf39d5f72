const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const dayOfMonth = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
const day = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric' });

/** A moment (ISO 8601) as people say it: "today 9:12", "yesterday 17:40", else "3 Nov 2026, 9:12". */
export function formatMoment(iso: string, now: Date = new Date()): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const startOfToday = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const startOfYesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  const startOfTomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  if (moment >= startOfToday && moment < startOfTomorrow) return `today ${clock.format(moment)}`;
  if (moment >= startOfYesterday && moment < startOfToday) return `yesterday ${clock.format(moment)}`;
  return `${day.format(moment)}, ${clock.format(moment)}`;
}

/** A moment (ISO 8601) in few letters: its time when it is of today, else its day. */
export function formatBriefMoment(iso: string, now: Date = new Date()): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return (moment.toDateString() === now.toDateString() ? clock : dayOfMonth).format(moment);
}

const oneDecimal = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A number of seconds for a column, with one decimal: "0.7", "3.3". */
export function formatSeconds(seconds: number): string {
  return oneDecimal.format(seconds);
}

/** A duration in milliseconds as people say it: "under 1 s", "41 s", "about 3 min", "about 2 h". */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 1) return 'under 1 s';
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `about ${minutes} min` : `about ${Math.round(minutes / 60)} h`;
}
