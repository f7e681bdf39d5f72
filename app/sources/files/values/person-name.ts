/** Splits `Amy Lauterbach`, `Lauterbach, Amy` or `Ms. Amy Q. Lauterbach` into given and family name. */
export function splitPersonName(text: string): { givenName: string; familyName: string } {
  if (text === '') return { givenName: '', familyName: '' };
  const name = text.trim().replace(/^(mr|mrs|ms|miss|dr|prof)\.?\s+/i, '');
  const comma = name.indexOf(',');
  if (comma !== -1) {
    return { givenName: name.slice(comma + 1).trim(), familyName: name.slice(0, comma).trim() };
  }
  const space = name.lastIndexOf(' ');
  if (space === -1) return { givenName: name, familyName: '' };
  return { givenName: name.slice(0, space).trim(), familyName: name.slice(space + 1) };
}
