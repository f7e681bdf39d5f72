import type { Often, Trouble } from '#shared/practice.ts';
import { formatCount } from '../../format/numbers.ts';

/** How often, as the choice is worded. */
export const oftenWords: Record<Often, string> = {
  once: 'The next time',
  thrice: 'The next three times',
  always: 'Every time',
};

/** How it stands with something that is on: whether it has struck, and how often. */
export function standingWords({ often, struck, over }: Trouble): string {
  if (often === null) return '';
  if (struck === 0) return 'On, has not struck yet';
  const times = struck === 1 ? 'once' : `${formatCount(struck)} times`;
  return over ? `Struck ${times}, over now` : `On, struck ${times}`;
}

/** What the closed panel says: that it is there, and how much of it is on. */
export function summaryWords(troubles: readonly Trouble[]): string {
  const on = troubles.filter(({ often, over }) => often !== null && !over).length;
  return on === 0 ? 'Trouble…' : `Trouble… (${formatCount(on)} on)`;
}
