import type { Features } from './features.ts';
import { isIdentifier, type Lexicon, rarity, type Term, termKinds } from './frequency.ts';

type Side = 'accounts' | 'customers';

/**
 * Counts the values of one side. Records that go by the same name count once for an identifier: a doubled record does
 * not make its phone number a shared one, twenty different names on one number do.
 */
export function countSide(side: Side, records: readonly Features[]): void {
  const nameOf = ({ names }: Features): string => names[0]?.joined ?? '';
  const byName = records
    .map((features) => ({ features, name: nameOf(features) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  let record = 0;
  let group = 0;
  let lastName: string | null = null;
  const once = (term: Term | null, mark: number): void => {
    if (term === null || term.mark === mark) return;
    term.mark = mark;
    term[side] += 1;
  };
  for (const { features, name } of byName) {
    record += 1;
    if (name !== lastName || name === '') group += 1;
    lastName = name;
    const { names, phones, emails, domains, addresses } = features;
    for (const { words } of names) for (const word of words) once(word, record);
    for (const { number } of phones) once(number, group);
    for (const { address, domain } of emails) {
      once(address, group);
      once(domain, group);
    }
    for (const { domain } of domains) once(domain, group);
    for (const { number, street, city, region, postcode } of addresses) {
      for (const word of street) once(word, record);
      for (const word of city) once(word, record);
      once(number, record);
      once(region, record);
      once(postcode, record);
    }
  }
}

/** Makes the marks of one side's counting mean nothing to the next. */
export function forgetMarks(lexicon: Lexicon): void {
  for (const kind of termKinds) for (const term of lexicon.terms(kind)) term.mark = 0;
}

/** Half of the records of a city might as well be named after it ("Fort Myers Florist"). */
const namedAfterCity = 0.5;

function cityCount(lexicon: Lexicon, word: string): number {
  const city = lexicon.seen('city', word);
  return city === undefined ? 0 : Math.floor((city.accounts + city.customers) * namedAfterCity);
}

/** Settles each term's count and bits once both sides are counted. */
export function settleCounts(lexicon: Lexicon): void {
  for (const kind of termKinds) {
    for (const term of lexicon.terms(kind)) {
      const { accounts, customers } = term;
      term.count = isIdentifier(kind) ? Math.max(accounts, customers) : accounts + customers;
      if (kind === 'word') term.count += cityCount(lexicon, term.text);
      term.bits = rarity(kind, term.text, term.count, lexicon.sizes);
    }
  }
}
