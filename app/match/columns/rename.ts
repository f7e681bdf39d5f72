import type { Renaming } from '../terms/vocabulary.ts';
import { none } from '../terms/vocabulary.ts';
import type { Side } from './side.ts';

/** Puts the ids of another vocabulary in the place of a side's own, in place. */
export function rename(side: Side, renaming: Renaming): void {
  const each = (ids: Int32Array, names: Int32Array): void => {
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? none;
      if (id !== none) ids[at] = names[id] ?? none;
    }
  };
  each(side.phones.values, renaming.phone);
  each(side.emails.values, renaming.email);
  each(side.formWords.values, renaming.word);
  each(side.formJoined, renaming.joined);
  each(side.formNumbers.values, renaming.word);
  each(side.formLegal, renaming.legalForm);
  each(side.street.values, renaming.street);
  each(side.city.values, renaming.city);
  each(side.number, renaming.number);
  each(side.region, renaming.region);
  each(side.postcode, renaming.postcode);
  const domains = side.domains.values;
  for (let at = 0; at < domains.length; at += 1) {
    const domain = domains[at] ?? 0;
    domains[at] = (renaming.domain[domain >> 1] ?? 0) * 2 + (domain & 1);
  }
}
