import type { Pin } from '#shared/matching.ts';
import { normalEmails } from '../normalise/email.ts';
import { normalPhones } from '../normalise/phone.ts';
import { normalWebsite } from '../normalise/website.ts';
import type { CountedKind } from '../terms/kinds.ts';
import { phoneText } from '../terms/phone-text.ts';
import type { Sizes } from '../terms/rarity.ts';
import { none, type VocabularyBuilder } from '../terms/vocabulary.ts';

/** The values that a pin is about, as the vocabulary holds them. */
function pinned({ kind, value }: Pin, country: string): readonly string[] {
  if (kind === 'email') return normalEmails(value).map(({ address }) => address);
  if (kind === 'phone') return normalPhones(value, country).map(({ full, local }) => phoneText(full, local));
  const site = normalWebsite(value);
  return site === null ? [] : [site.domain];
}

/**
 * Lets a person's word on identifiers stand in the place of how many names share them: a `shared` one counts as
 * everybody's and weighs nothing, a `good` one as a single record's. Pins on values that no record has do nothing.
 */
export function applyPins(
  pins: readonly Pin[],
  counts: Readonly<Record<CountedKind, Int32Array>>,
  vocabulary: VocabularyBuilder,
  country: string,
  { accounts, customers }: Sizes,
): void {
  const everybody = Math.max(accounts, customers, 64) + 1;
  for (const pin of pins) {
    for (const text of pinned(pin, country)) {
      const id = vocabulary.find(pin.kind, text);
      if (id !== none) counts[pin.kind][id] = pin.as === 'shared' ? everybody : 1;
    }
  }
}
