/** A value as QuickBooks takes it, and what was done to it for that, in phrases. */
export interface Fitted {
  readonly value: string;
  readonly changes: readonly string[];
}

/** A text without white space around it or in runs, and without characters that no field may hold. */
export function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A text of one line, no longer than so many characters. */
export function fitLine(text: string, most: number): Fitted {
  return shortened({ value: plain(text), changes: [] }, most);
}

/** A name: QuickBooks takes no colon in it, which parts a sub-customer from its parent there. */
export function fitName(text: string, most: number): Fitted {
  const line = plain(text);
  const value = plain(line.replace(/\s*:[\s:]*/g, ' - ').replace(/^ - | - $/g, ''));
  return shortened({ value, changes: line.includes(':') ? ['colon replaced'] : [] }, most);
}

/** Cuts to so many UTF-16 units, as QuickBooks counts, and not within a character. */
export function shortened({ value, changes }: Fitted, most: number): Fitted {
  if (value.length <= most) return { value, changes };
  const cut = value.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  return { value: cut.trimEnd(), changes: [...changes, `shortened to ${most} characters`] };
}
