import { splitBranch } from './branch.ts';
import { mayEndForm, role } from './known-words.ts';
import { setFormsApart } from './legal-forms.ts';
import { nameWords } from './name-words.ts';
import { splitNotes } from './notes.ts';
import { fold, spellSigns, wordsOf } from './text.ts';

/**
 * A name ready to compare: its words in order without legal form, fillers and notes, abbreviations written out; and its
 * legal form, `''` if it has none. `branch` are the words and numbers that tell a branch from others of its owner
 * ("#12", "- Denver", "(Chicago)"): a number is not among `words`, the rest is. `notes` are what a bookkeeper added and
 * titles and degrees. `generation` counts persons of one name, also as the last of `words`:
 * `1` for a senior, `2` for a junior or a second, `3`…, or `''`.
 */
export interface NormalName {
  readonly words: readonly string[];
  readonly legalForm: string;
  readonly notes: readonly string[];
  readonly branch: readonly string[];
  /** Whether it is most likely a person's name. */
  readonly person: boolean;
  readonly generation: string;
}

const none: readonly string[] = [];

/** A trade name after the registered one, or before it. */
const tradeName =
  /\s*[,(-]?\s*\b(?:d\.?b\.?a\.?|d\/b\/a|doing business as|trading as|t\/a|o\/a|f\.?k\.?a\.?|f\/k\/a|formerly|a\.?k\.?a\.?|a\/k\/a)(?=[\s:])[:\s]*/;
const mostParts = 3;

/** Signs that notes, branches and trade names have; a tight hyphen is none of them. */
const marks = /[(#*/:]| -|- /;
const ideographs = /[\u3000-\uffff]/;

/** The desktop edition of QuickBooks cuts names at 41 characters, a blank at the end included. */
const cutLengths = [40, 41];
const cutForm = /\s(?:(inco|incor|incorp[a-z]*)|(corpo[a-z]*)|(compan)|(limi|limit|limite))$/;

function withWholeForm(folded: string): string {
  return folded.replace(cutForm, (_, inc?: string, corp?: string, co?: string) => {
    if (inc !== undefined) return ' inc';
    if (corp !== undefined) return ' corp';
    return co === undefined ? ' ltd' : ' co';
  });
}

function folding(written: string): string {
  const apart = ideographs.test(written) ? setFormsApart(written) : written;
  const folded = fold(apart.includes('SpA') ? apart.replace(/\bSpA\b/, 'S.p.A.') : apart);
  return cutLengths.includes(folded.length) ? withWholeForm(folded) : folded;
}

/** "Smith, John" in the order it is spoken; null for anything else, "Acme, Inc." too. */
function inSpokenOrder(text: string): string | null {
  const comma = text.indexOf(',');
  if (comma < 1 || text.includes(',', comma + 1)) return null;
  const after = text.slice(comma + 1);
  const words = wordsOf(after);
  if (words.length === 0 || words.length > 2 || mayEndForm(words.at(-1))) return null;
  return wordsOf(text.slice(0, comma)).length > 2 ? null : `${after} ${text.slice(0, comma)}`;
}

function read(text: string, notes: readonly string[], branch: readonly string[]): NormalName {
  const spoken = inSpokenOrder(text);
  const { words, legalForm, person, generation, titles } = nameWords(spoken ?? text, spoken !== null);
  const all = titles.length === 0 ? notes : [...notes, ...titles];
  return { words, legalForm, notes: all, branch, person, generation };
}

function closely(folded: string): NormalName[] {
  const { rest: withBranch, notes } = splitNotes(folded);
  const { rest, branch } = splitBranch(withBranch);
  const parts = rest.split(tradeName).filter((part) => part !== '');
  const bracketless = rest.replace(/\([^)]*\)?/g, ' ');
  const texts = [...parts.slice(0, mostParts), ...(bracketless === rest ? [] : [bracketless])];
  return texts.map((text) => read(text, notes, branch)).filter(({ words }) => words.length > 0);
}

/**
 * The forms of a name as written: itself without notes ("- Net 30", "(USD)", "DO NOT USE"), and where it has a trade
 * name ("dba"), both names; where brackets hold a word, the name without them too. None for text without any word, but a
 * name of other signs ("🍕") gives what they are called.
 */
export function normalNames(written: string): NormalName[] {
  const folded = folding(written);
  if (!marks.test(folded)) {
    const spoken = inSpokenOrder(folded);
    const { words, legalForm, person, generation, titles, roles } = nameWords(
      spoken ?? folded,
      spoken !== null,
    );
    if ((roles & role.marker) === 0 && words.length > 0)
      return [{ words, legalForm, notes: titles, branch: none, person, generation }];
  }
  const forms = closely(folded);
  if (forms.length > 0 || written.trim() === '') return forms;
  const spelled = spellSigns(written);
  return spelled === '' ? [] : [read(spelled, none, none)];
}
