import type { Side } from '../columns/side.ts';
import type { Texts } from '../terms/dictionary.ts';
import { none } from '../terms/vocabulary.ts';
import type { Context } from './context.ts';
import { lengthOf, startsWith } from './likeness.ts';

const shortestName = 5;
/** A domain that is the name over again says less than its rarity. */
const derivedFromName = 0.6;

/**
 * The name form of a record that a domain's label begins with, or that begins with the label ("acmeplumbing" for Acme
 * Plumbing); `none` where there is no such form.
 */
export function formInLabel(
  { label: labels, joined }: { readonly label: Texts; readonly joined: Texts },
  label: number,
  { forms, formJoined }: Side,
  record: number,
): number {
  if (label === none || lengthOf(labels, label) < shortestName) return none;
  for (let at = forms.starts[record] ?? 0; at < (forms.starts[record + 1] ?? 0); at += 1) {
    const form = forms.values[at] ?? 0;
    const name = formJoined[form] ?? 0;
    if (lengthOf(joined, name) < shortestName) continue;
    if (startsWith(labels, label, joined, name) || startsWith(joined, name, labels, label)) return form;
  }
  return none;
}

/** Whether a domain's label is made of a record's name. */
export function isNamedAfter(
  texts: { readonly label: Texts; readonly joined: Texts },
  label: number,
  side: Side,
  record: number,
): boolean {
  return formInLabel(texts, label, side, record) !== none;
}

/** What it is worth in bits that two records share a domain. */
export function domainBits(
  { vocabulary: { domainLabel, texts }, tables, accounts, customers }: Context,
  domain: number,
  account: number,
  customer: number,
): number {
  const label = domainLabel[domain] ?? none;
  const derived =
    isNamedAfter(texts, label, accounts, account) && isNamedAfter(texts, label, customers, customer);
  return (tables.domain.bits[domain] ?? 0) * (derived ? derivedFromName : 1);
}
