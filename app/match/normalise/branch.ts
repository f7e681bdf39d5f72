import { mayEndForm } from './known-words.ts';
import { wordsOf } from './text.ts';

/** "#1023", "Store #12", "Location no. 4" at the end of a name or before a further mark. */
const storeNumber =
  /[\s,(-]*(?:\b(?:store|shop|location|loc|branch|site|outlet|restaurant|unit|office|plant|warehouse|dealer)\.?\s*)?#\s*([a-z]?\d[\da-z-]*)\)?(?=\s*(?:$|[-,()]))/;
const namedNumber =
  /[\s,(-]+(?:store|location|loc|branch|outlet|restaurant|site|unit|shop|plant|warehouse)\.?\s*(?:no\.?|number|num\.?)?\s*(\d[\da-z]*)\)?(?=\s*(?:$|[-,()]))/;
const numberInBrackets = /\s*\((\d+)\)/;
const dashed = /\s-+\s*([^-(]+)$/;
const inBrackets = /\(([^)]*)\)?/;
const namedBranch = /\s([a-z]+) (?:branch|location|campus|plant|yard)$/;

/** A branch's own name is short; a longer tail is part of the name. */
const mostBranchWords = 3;

/**
 * What tells a branch from others of its owner, in a folded name: "Subway #1023" (1023), "Acme - Denver", "Acme (Chicago)",
 * "Acme Denver Branch". `rest` is the name without its number; the other marks stay there, since they may as well be part
 * of the name.
 */
export function splitBranch(folded: string): { rest: string; branch: string[] } {
  const branch: string[] = [];
  let rest = folded;
  for (const mark of [storeNumber, namedNumber, numberInBrackets]) {
    const match = mark.exec(rest);
    if (match?.[1] === undefined) continue;
    const without = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`.trim();
    if (!/[a-z]/.test(without)) continue;
    branch.push(match[1].replace(/^0+(?=.)|-/g, ''));
    rest = without;
  }
  for (const mark of [dashed, inBrackets, namedBranch]) {
    const match = mark.exec(rest);
    if (match?.[1] === undefined || match.index === 0) continue;
    const words = wordsOf(match[1]);
    if (words.length > mostBranchWords || mayEndForm(words.at(-1))) continue;
    for (const word of words) if (!branch.includes(word)) branch.push(word);
  }
  return { rest, branch };
}
