import type { Side } from '../columns/side.ts';
import type { Texts } from '../terms/dictionary.ts';
import { none } from '../terms/vocabulary.ts';
import { lengthOf, startsWith } from './likeness.ts';

const shortestName = 5;

/**
 * Whether a domain's label begins with the record's name, or the name with the label: "acmeplumbing" for Acme
 * Plumbing.
 */
export function isNamedAfter(
  { label: labels, joined }: { readonly label: Texts; readonly joined: Texts },
  label: number,
  { forms, formJoined }: Side,
  record: number,
): boolean {
  if (label === none || lengthOf(labels, label) < shortestName) return false;
  for (let at = forms.starts[record] ?? 0; at < (forms.starts[record + 1] ?? 0); at += 1) {
    const name = formJoined[forms.values[at] ?? 0] ?? 0;
    if (lengthOf(joined, name) < shortestName) continue;
    if (startsWith(labels, label, joined, name) || startsWith(joined, name, labels, label)) return true;
  }
  return false;
}
