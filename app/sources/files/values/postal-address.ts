import { type Address, noAddress } from '#shared/records.ts';

const POSTAL_CODE = String.raw`\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d`;
/** `CA 94326`, `Calif. 94326`, `NSW 2000`: a region and its postal code. */
const REGION_AND_CODE = new RegExp(String.raw`^([A-Za-z][A-Za-z. ]*?)\.?,?\s+(${POSTAL_CODE})$`);
/** `Half Moon Bay CA 94213`, `Half Moon Bay, CA`: a city before its region, the code where it is known. */
const CITY_LINE = new RegExp(String.raw`^(.+?),?\s+([A-Z]{2})\.?(?:,?\s+(${POSTAL_CODE}))?$`);

/**
 * Takes apart an address that stands in one text: lines (or, in one line, parts between commas) of which the last is
 * the country or the city with region and postal code. Lines that repeat one of the names are left out. What cannot
 * be told apart stays in `street`, so that nothing is lost.
 */
export function parseAddress(text: string, names: readonly string[]): Address {
  const known = new Set(names.map((name) => name.trim().toLowerCase()));
  const all = text.split(/\r?\n/).map((line) => line.trim().replace(/,$/, ''));
  const lines = all.filter((line) => line !== '' && !known.has(line.toLowerCase()));
  const parts = lines.length === 1 ? (lines[0] ?? '').split(/\s*,\s*/) : lines;
  return tail(parts) ?? { ...noAddress, street: lines.join('\n') };
}

/** Reads the end of an address, with a country behind it or without; null where it is not understood. */
function tail(parts: readonly string[]): Address | null {
  const plain = placeAt(parts, parts.length - 1);
  if (plain !== null) return plain;
  const country = parts.at(-1) ?? '';
  if (parts.length < 2 || /\d/.test(country)) return null;
  const before = placeAt(parts, parts.length - 2);
  return before === null ? null : { ...before, country };
}

function placeAt(parts: readonly string[], last: number): Address | null {
  const line = (parts[last] ?? '').replace(/\s+/g, ' ');
  const withCity = splitCity(line);
  if (withCity !== null) return address(parts.slice(0, last), withCity);
  const [, region, postalCode] = REGION_AND_CODE.exec(line) ?? [];
  const city = parts[last - 1];
  if (region === undefined || postalCode === undefined || city === undefined) return null;
  return address(parts.slice(0, last - 1), { city, region, postalCode });
}

type Place = Pick<Address, 'city' | 'region' | 'postalCode'>;

function splitCity(line: string): Place | null {
  const comma = line.lastIndexOf(', ');
  const [, spelledOut, code] = REGION_AND_CODE.exec(line.slice(comma + 2)) ?? [];
  if (comma !== -1 && spelledOut !== undefined && code !== undefined) {
    return { city: line.slice(0, comma), region: spelledOut, postalCode: code };
  }
  const [, city, region, postalCode = ''] = CITY_LINE.exec(line) ?? [];
  if (city === undefined || region === undefined) return null;
  return { city, region, postalCode };
}

/** A "city" with a number in it and no street before it is a street whose city cannot be told apart. */
function address(street: readonly string[], place: Place): Address {
  if (street.length === 0 && /\d/.test(place.city)) {
    return { ...noAddress, ...place, street: place.city, city: '' };
  }
  return { ...noAddress, ...place, street: street.join('\n') };
}
