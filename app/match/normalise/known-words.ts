import { abbreviations } from './abbreviations.ts';
import { businessWords } from './common-words.ts';
import { alwaysLegal, endings, leadingForms } from './legal-forms.ts';
import { credentials, generations, givenNames, titles } from './person.ts';

/** What a word can be in a name, as bits: one look-up tells all. */
export const role = {
  filler: 1,
  ending: 2,
  legal: 4,
  leading: 8,
  /** Stands in notes, trade names and marks of branches: then the name needs a closer look. */
  marker: 16,
  given: 32,
  business: 64,
  title: 128,
  generation: 256,
  credential: 512,
} as const;

/** A known word: its roles, and what it is written out as, null if it stays. */
export interface Entry {
  readonly roles: number;
  readonly expansion: readonly string[] | null;
}

/** Words that say nothing; `&` is dropped with the other signs, so "and" must go too. */
const fillers = 'and the of und et at y'.split(' ');

const markers =
  `net due do dont don use inactive duplicate dup hold note notes see cash past bad out attn att attention
  usd cad eur gbp aud nzd cod old closed prepaid dba doing trading formerly aka fka store shop location loc branch site
  outlet restaurant unit plant warehouse campus yard office dealer`.split(/\s+/);

const roles = new Map<string, number>();
function give(word: string, bit: number): void {
  roles.set(word, (roles.get(word) ?? 0) | bit);
}
for (const word of fillers) give(word, role.filler);
for (const word of endings.keys()) give(word, role.ending);
for (const word of alwaysLegal) give(word, role.legal);
for (const word of leadingForms) give(word, role.leading);
for (const word of markers) give(word, role.marker);
for (const word of titles) give(word, role.title);
for (const word of generations.keys()) give(word, role.generation);
for (const word of credentials) give(word, role.credential);
for (const word of givenNames) give(word, role.given);
for (const word of businessWords) if (!givenNames.has(word)) give(word, role.business);
for (const [word, expansion] of abbreviations) {
  const [long, ...more] = expansion;
  if (more.length === 0 && long !== undefined && long.length > 6)
    for (const form of [word, long]) give(form, role.business);
}

const entries = new Map<string, Entry>();
for (const word of new Set([...roles.keys(), ...abbreviations.keys()])) {
  entries.set(word, { roles: roles.get(word) ?? 0, expansion: abbreviations.get(word) ?? null });
}

/** What is known of a word in lower case; undefined of most. */
export function entryOf(word: string): Entry | undefined {
  return entries.get(word);
}

/** Whether a legal form may end with this word. */
export function mayEndForm(word: string | undefined): boolean {
  return word !== undefined && endings.has(word);
}
