import { type Entry, entryOf, role } from './known-words.ts';
import { endings, onlyDotted } from './legal-forms.ts';
import { generations } from './person.ts';
import { wordsOf } from './text.ts';

/** What one reading of a name gives; `roles` are all the roles its words can have, as bits. */
export interface NameWords {
  readonly words: readonly string[];
  readonly legalForm: string;
  readonly person: boolean;
  readonly generation: string;
  /** Forms of address and degrees of a person. */
  readonly titles: readonly string[];
  readonly roles: number;
}

/** More words than any real name; a longer one is cut so that comparing stays quick. */
const mostWords = 16;
const none: readonly string[] = [];

interface Core {
  readonly words: string[];
  readonly entries: (Entry | undefined)[];
  /** Words that were letters apart or had dots. */
  readonly dotted: readonly string[];
}

function isFiller(word: string, entry: Entry | undefined, at: number, letters: string): boolean {
  if (entry === undefined || (entry.roles & role.filler) === 0) return false;
  if (word === 'at') return at > 0;
  return word.length > 1 || (at > 0 && letters === '');
}

/** The words of a text without fillers, single letters put together. */
function coreOf(text: string): Core {
  const dotted: string[] = [];
  const all = wordsOf(text, dotted);
  const words: string[] = [];
  const entries: (Entry | undefined)[] = [];
  let letters = '';
  const endLetters = (): void => {
    if (letters.length > 1) dotted.push(letters);
    words.push(letters);
    entries.push(entryOf(letters));
    letters = '';
  };
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at] ?? '';
    const entry = entryOf(word);
    if (isFiller(word, entry, at, letters)) continue;
    if (word.length === 1 && word >= 'a') {
      letters += word;
      continue;
    }
    if (letters !== '') endLetters();
    words.push(word);
    entries.push(entry);
  }
  if (letters !== '') endLetters();
  return words.length === 0 ? { words: all, entries: all.map(entryOf), dotted } : { words, entries, dotted };
}

function matchesEnd(words: readonly string[], end: number, spelling: readonly string[]): boolean {
  const start = end - spelling.length;
  return start >= 1 && spelling.every((word, at) => words[start + at] === word);
}

/** The legal form that ends at `end`, and how many words it has; a word always stays before it. */
function formAt(
  words: readonly string[],
  end: number,
  dotted: readonly string[],
): [form: string, size: number] | null {
  const last = words[end - 1] ?? '';
  if (onlyDotted.has(last) && !dotted.includes(last)) {
    const longer = endings
      .get(last)
      ?.find((one) => one.words.length > 1 && matchesEnd(words, end, one.words));
    return longer === undefined ? null : [longer.form, longer.words.length];
  }
  const found = endings.get(last)?.find((one) => matchesEnd(words, end, one.words));
  return found === undefined ? null : [found.form, found.words.length];
}

/** Reads a folded name without notes. `inOrder` says that it was "Smith, John", which only persons' names are. */
export function nameWords(text: string, inOrder = false): NameWords {
  const { words: core, entries, dotted } = coreOf(text);
  let roles = 0;
  for (const entry of entries) if (entry !== undefined) roles |= entry.roles;
  let end = core.length;
  let legalForm = '';
  const tell = (form: string): void => {
    legalForm = legalForm === '' ? form : `${form} ${legalForm}`;
  };
  while (((entries[end - 1]?.roles ?? 0) & role.ending) !== 0) {
    const form = formAt(core, end, dotted);
    if (form === null) break;
    tell(form[0]);
    end -= form[1];
  }
  let start = 0;
  if (end > 1 && ((entries[0]?.roles ?? 0) & role.leading) !== 0) {
    tell(endings.get(core[0] ?? '')?.at(-1)?.form ?? '');
    start = 1;
  }
  const person = legalForm === '' && isPerson(core, entries, roles, inOrder);
  let generation = '';
  const titles: string[] = [];
  const words: string[] = [];
  const inside =
    (roles & role.legal) !== 0 && core.slice(start, end).some((_, at) => !isLegal(entries[start + at]));
  for (let at = start; at < end; at += 1) {
    const word = core[at] ?? '';
    const entry = entries[at];
    if (entry === undefined) {
      words.push(word);
      continue;
    }
    if (inside && isLegal(entry)) {
      tell(endings.get(word)?.at(-1)?.form ?? word);
      continue;
    }
    if (person && at > 0 && (entry.roles & role.generation) !== 0) {
      generation = generations.get(word) ?? '';
      continue;
    }
    if (person && isTitle(entry, at, end)) {
      titles.push(word);
      continue;
    }
    if (entry.expansion === null) words.push(word);
    else words.push(...entry.expansion);
  }
  if (generation !== '') words.push(generation);
  if (words.length > mostWords) words.length = mostWords;
  return { words, legalForm, person, generation, titles: titles.length === 0 ? none : titles, roles };
}

/** A form of address at the start or a degree at the end, with two words of the name left. */
function isTitle({ roles }: Entry, at: number, end: number): boolean {
  return at === 0 ? end > 2 && (roles & role.title) !== 0 : at > 1 && (roles & role.credential) !== 0;
}

function isLegal(entry: Entry | undefined): boolean {
  return entry !== undefined && (entry.roles & role.legal) !== 0;
}

const digits = /\d/;

/** Whether words are most likely a person's name: two to five words, a given name among the first two, none of trade. */
function isPerson(
  words: readonly string[],
  entries: readonly (Entry | undefined)[],
  roles: number,
  inOrder: boolean,
): boolean {
  if (words.length < 2 || words.length > 5 || (roles & role.business) !== 0) return false;
  if ((roles & (role.given | role.title)) === 0 && !inOrder) return false;
  if (words.some((word) => digits.test(word))) return false;
  const [first, second] = entries;
  return inOrder || (((first?.roles ?? 0) | (second?.roles ?? 0)) & (role.given | role.title)) !== 0;
}
