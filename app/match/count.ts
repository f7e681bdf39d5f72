import type { Features } from './features.ts';
import { isIdentifier, type Lexicon, rarity, type Term, type TermKind, termKinds } from './frequency.ts';

type Side = 'accounts' | 'customers';

function valuesOf(features: Features): ReadonlyMap<TermKind, ReadonlySet<Term>> {
  const { names, phones, emails, domains, addresses } = features;
  const domainTerms = [
    ...domains.map(({ domain }) => domain),
    ...emails.flatMap(({ domain }) => domain ?? []),
  ];
  return new Map<TermKind, ReadonlySet<Term>>([
    ['word', new Set(names.flatMap(({ words }) => words))],
    ['phone', new Set(phones.map(({ number }) => number))],
    ['mailbox', new Set(emails.map(({ address }) => address))],
    ['domain', new Set(domainTerms)],
    ['street', new Set(addresses.flatMap(({ street }) => street))],
    ['number', new Set(addresses.flatMap(({ number }) => number ?? []))],
    ['city', new Set(addresses.flatMap(({ city }) => city))],
    ['region', new Set(addresses.flatMap(({ region }) => region ?? []))],
    ['postcode', new Set(addresses.flatMap(({ postcode }) => postcode ?? []))],
  ]);
}

/**
 * Counts the values of one side. Records that go by the same name count once for an identifier: a doubled record does
 * not make its phone number a shared one, twenty different names on one number do.
 */
export function countSide(side: Side, records: readonly Features[]): void {
  const lastName = new Map<Term, string>();
  const nameOf = (features: Features): string => features.names[0]?.joined ?? '';
  const byName = records
    .map((features) => ({ features, name: nameOf(features) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const { features, name } of byName) {
    for (const [kind, terms] of valuesOf(features)) {
      for (const term of terms) {
        if (isIdentifier(kind)) {
          if (lastName.get(term) === name) continue;
          lastName.set(term, name);
        }
        term[side] += 1;
      }
    }
  }
}

/** Settles each term's count and bits once both sides are counted. */
export function settleCounts(lexicon: Lexicon): void {
  for (const kind of termKinds) {
    for (const term of lexicon.terms(kind)) {
      term.count = isIdentifier(kind)
        ? Math.max(term.accounts, term.customers)
        : term.accounts + term.customers;
      term.bits = rarity(kind, term.text, term.count, lexicon.sizes);
    }
  }
}
