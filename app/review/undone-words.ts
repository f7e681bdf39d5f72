import type { DecisionEntry, UndoneLink } from '#app/project/index.ts';

/** The same everywhere, as the worksheet is read on another machine than the window. */
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * Says who undid an account's link, without a full stop; `''` where nobody did, or where the person said something of the
 * account since. `decisions` are those in force, oldest first.
 */
export function undoneSentence(undone: UndoneLink | null, decisions: readonly DecisionEntry[]): string {
  if (undone === null || (decisions.at(-1)?.seq ?? 0) > undone.upTo) return '';
  const { customerName, author, at } = undone;
  return `Undone by ${author} on ${day.format(new Date(at))}; it was linked to ${customerName}, confirm again to link`;
}
