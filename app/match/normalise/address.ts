import type { Address } from '#shared/records.ts';
import { cityWords, placeAtEnd } from './place.ts';
import { normalPostcode } from './postcode.ts';
import { regionCode } from './regions.ts';
import { normalStreet } from './street.ts';
import { fold } from './text.ts';

/**
 * An address ready to compare. `number` is the house or post-office-box number, `street` the words of its street
 * (`['pobox']` for a box), `unit` the suite, flat or floor; `postcode` has five digits in the United States and no leading
 * zeros anywhere, since spreadsheets lose them. Unknown parts are empty.
 */
export interface NormalAddress {
  readonly number: string;
  readonly street: readonly string[];
  readonly unit: string;
  readonly city: readonly string[];
  readonly region: string;
  readonly postcode: string;
}

function isEmpty({ number, street, city, region, postcode }: NormalAddress): boolean {
  return number === '' && street.length === 0 && city.length === 0 && region === '' && postcode === '';
}

/** An address as exported, ready to compare; null when nothing of it is known. */
export function normalAddress(address: Address): NormalAddress | null {
  let street = fold(address.street.includes('\n') ? address.street.replaceAll('\n', ' ; ') : address.street);
  let city = fold(address.city);
  let region = fold(address.region);
  let postcode = fold(address.postalCode);
  const inCity = postcode === '' && city !== '' ? placeAtEnd(city) : null;
  const found = inCity ?? (city === '' && postcode === '' && street !== '' ? placeAtEnd(street) : null);
  if (found !== null) {
    if (inCity === null) street = found.rest;
    city = found.city;
    region ||= found.region;
    postcode = found.postcode;
  }
  const comma = city.indexOf(',');
  if (comma > 0) {
    region ||= city.slice(comma + 1);
    city = city.slice(0, comma);
  }
  const { number, street: words, unit } = normalStreet(street);
  const normal: NormalAddress = {
    number,
    street: words,
    unit,
    city: cityWords(city),
    region: region === '' ? '' : regionCode(region),
    postcode: normalPostcode(postcode),
  };
  return isEmpty(normal) ? null : normal;
}
