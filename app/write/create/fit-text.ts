/** A value as the service takes it, and what was done to it for that, in phrases. */
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

/** Cuts to so many UTF-16 units, as both services count, and not within a character. */
export function shortened({ value, changes }: Fitted, most: number): Fitted {
  if (value.length <= most) return { value, changes };
  const cut = value.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  return { value: cut.trimEnd(), changes: [...changes, `shortened to ${most} characters`] };
}
