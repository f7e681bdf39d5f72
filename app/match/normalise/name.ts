import { abbreviations } from './abbreviations.ts';
import { alwaysLegal, legalForms, longestLegalForm } from './legal-forms.ts';
import { fold, wordsOf } from './text.ts';

/**
 * A name ready to compare: its words in order without legal form, fillers and notes, abbreviations written out;
 * and its legal form, `''` if it has none.
 */
export interface NormalName {
  readonly words: readonly string[];
  readonly legalForm: string;
}

/** Words that say nothing; `&` is dropped with the other signs, so "and" must go too. */
const fillers = new Set(['and', 'the', 'of', 'und', 'et', 'at']);

/** More words than any real name; a longer one is cut so that comparing stays quick. */
const mostWords = 16;

/** What bookkeepers add to names: terms of payment, currency, account numbers, marks of old records. */
const notes = [
  /\((?:[^)]*\b(?:usd|cad|eur|gbp|aud|deleted|inactive|old|new|duplicate|dup|copy|net ?\d+|cod|prepay|do not)\b[^)]*|\d+)\)/g,
  /[-–—:*]?\s*\b(?:net|due) ?\d{1,3}\b(?: days)?/g,
  /\*+[^*]*\*+/g,
  /[-–—*]*\s*\b(?:do not (?:use|sell|call|ship)|dont use|use other|inactive|duplicate|on hold|credit hold|see notes?|cash only)\b.*$/g,
  /[-–—]\s*(?:usd|cad|eur|gbp|aud|cod|old)\s*$/g,
  /(?<=\S)\s*[-–—]?\s*#\s*\d{2,}\s*$/g,
  /[,;]?\s*\b(?:c\/o|attn:?|attention:)\s.*$/g,
];

/** A trade name after the registered one, or before it. */
const tradeName =
  /\s*[,(-]?\s*\b(?:d\.?b\.?a\.?|d\/b\/a|doing business as|trading as|t\/a|f\.?k\.?a\.?|f\/k\/a|formerly|a\.?k\.?a\.?|a\/k\/a)(?=[\s:])[:\s]*/;

/** Most names have no note; this tells without trying each. */
const mayHaveNote =
  /[(#*]|\b(?:net|due|do not|dont|use other|inactive|dup|on hold|credit hold|see note|cash|usd|cad|eur|gbp|aud|cod|old|c\/o|att)/;

function withoutNotes(folded: string): string {
  if (!mayHaveNote.test(folded)) return folded;
  const clean = notes.reduce((text, note) => text.replace(note, ' '), folded).trim();
  return /[a-z0-9]/.test(clean) ? clean : folded;
}

/** "Smith, John" in the order it is spoken; "Acme, Inc." stays. */
function inSpokenOrder(text: string): string {
  const comma = text.indexOf(',');
  if (comma < 1 || text.includes(',', comma + 1)) return text;
  const after = text.slice(comma + 1);
  const words = wordsOf(after);
  if (words.length === 0 || words.length > 2 || legalForms.has(words.join(' '))) return text;
  return wordsOf(text.slice(0, comma)).length > 2 ? text : `${after} ${text.slice(0, comma)}`;
}

/** Single letters in a row are an abbreviation with blanks in it: "a b c supply" gives abc, supply. */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let letters = '';
  for (const word of [...words, '']) {
    if (word.length === 1 && word >= 'a') {
      letters += word;
      continue;
    }
    if (letters !== '') joined.push(letters);
    letters = '';
    if (word !== '') joined.push(word);
  }
  return joined;
}

/** Splits the legal form off the end (or, where it can be nothing else, out of the middle); a word always stays. */
function splitLegalForm(words: readonly string[]): { core: string[]; legalForm: string } {
  const core = [...words];
  const forms: string[] = [];
  for (let size = Math.min(longestLegalForm, core.length - 1); size > 0; size -= 1) {
    const form = legalForms.get(core.slice(-size).join(' '));
    if (form === undefined) continue;
    core.length -= size;
    forms.unshift(form);
    size = Math.min(longestLegalForm, core.length - 1) + 1;
  }
  const kept = core.filter((word) => !alwaysLegal.has(word));
  if (kept.length === 0 || kept.length === core.length) return { core, legalForm: forms.join(' ') };
  const inside = core.filter((word) => alwaysLegal.has(word)).map((word) => legalForms.get(word) ?? word);
  return { core: kept, legalForm: [...inside, ...forms].join(' ') };
}

function normalise(text: string): NormalName {
  const all = wordsOf(inSpokenOrder(text));
  const { core, legalForm } = splitLegalForm(all);
  const meaningful = core.filter((word) => !fillers.has(word));
  const words = joinLetters(meaningful.length === 0 ? core : meaningful).flatMap(
    (word) => abbreviations.get(word) ?? [word],
  );
  return { words: words.slice(0, mostWords), legalForm };
}

/**
 * The forms of a name as written: itself without notes ("- Net 30", "(USD)", "DO NOT USE"), and where it has a trade
 * name ("dba"), both names; where brackets hold a word, the name without them too. None for text without any word.
 */
export function normalNames(written: string): NormalName[] {
  const clean = withoutNotes(fold(written));
  const parts = clean.split(tradeName).filter((part) => part !== '');
  const bracketless = clean.replace(/\([^)]*\)?/g, ' ');
  const forms = [...parts.slice(0, 3), ...(bracketless === clean ? [] : [bracketless])].map(normalise);
  return forms.filter((form) => form.words.length > 0);
}
