import { type Fitted, plain, shortened } from '../create/fit-text.ts';

/** QuickBooks takes Line1 to Line5, each of so many characters, and so many together. */
const lines = 5;
const mostOfLine = 500;
const mostTogether = 2_000;

/** A street in at most five lines, parted by `\n`; more lines are put together in the last one. */
export function fitStreet(text: string): Fitted {
  const given = text
    .split(/\r\n|\r|\n/)
    .map(plain)
    .filter((line) => line !== '');
  const folded =
    given.length <= lines ? given : [...given.slice(0, lines - 1), given.slice(lines - 1).join(', ')];
  const changes = given.length <= lines ? [] : [`lines ${lines} to ${given.length} put in one`];
  let left = mostTogether;
  let isCut = false;
  const cut = folded.map((line) => {
    const { value } = shortened({ value: line, changes: [] }, Math.min(left, mostOfLine));
    isCut ||= value !== line;
    left -= value.length;
    return value;
  });
  const value = cut.filter((line) => line !== '').join('\n');
  return { value, changes: isCut ? [...changes, 'shortened to what QuickBooks takes'] : changes };
}
