const shortestWord = 3;
const shortestMailbox = 5;

/** What a mailbox holds of a person's name besides the word that is known: "e.richards16" or "erichards" with Eleanor. */
function besides(own: string, parts: readonly string[]): string {
  const [first = '', ...others] = parts;
  const last = others.at(-1);
  if (last !== undefined) {
    if (first === own || first === own[0]) return last;
    return last === own ? first : '';
  }
  if (first.startsWith(own)) return first.slice(own.length);
  return first.length >= shortestMailbox && first[0] === own[0] ? first.slice(1) : '';
}

/**
 * The words of a person's name that lacks one, completed from the mailbox of the person's e-mail; none where the name
 * is not of one word, or the mailbox does not hold it. A record without a name takes both words of "first.last".
 */
export function nameFromMailbox(words: readonly string[], mailbox: string): string[] {
  const parts = mailbox.split(/[^a-z]+/).filter((part) => part !== '');
  const [own] = words;
  if (own === undefined)
    return parts.length === 2 && parts.every(({ length }) => length >= shortestWord) ? parts : [];
  if (words.length > 1 || own.length < shortestWord) return [];
  const rest = besides(own, parts);
  return rest.length >= shortestWord ? [own, rest] : [];
}
