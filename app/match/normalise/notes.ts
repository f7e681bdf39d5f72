/** What bookkeepers add to names: terms of payment, currency, marks of old records, people to write to. */
const notes = [
  /\((?:[^)]*\b(?:usd|cad|eur|gbp|aud|nzd|deleted|inactive|old|new|duplicate|dup|copy|net ?\d+|cod|prepay|do not|closed)\b[^)]*)\)/g,
  /[-:*]?\s*\b(?:net|due) ?\d{1,3}\b(?: days)?/g,
  /\*+[^*]*\*+/g,
  /[-*]*\s*\b(?:do not (?:use|sell|call|ship|bill)|dont use|don't use|use other|inactive|duplicate|on hold|credit hold|see notes?|cash only|past due|bad debt|out of business)\b.*$/g,
  /[-,]\s*(?:usd|cad|eur|gbp|aud|nzd|cod|old|closed|prepaid)\s*$/g,
  /[,;]?\s*\b(?:c\/o|attn:?|attention:)\s.*$/g,
] as const;

const ends = /^[\s*(,;:-]+|[\s*),;:-]+$/g;

/** A folded name without the notes in it, and the notes as written there; a name that is only a note stays. */
export function splitNotes(folded: string): { rest: string; notes: string[] } {
  const found: string[] = [];
  const rest = notes
    .reduce(
      (text, note) =>
        text.replace(note, (match) => {
          const words = match.replace(ends, '');
          if (words !== '') found.push(words);
          return ' ';
        }),
      folded,
    )
    .trim();
  return /[a-z0-9]/.test(rest) ? { rest, notes: found } : { rest: folded, notes: [] };
}
