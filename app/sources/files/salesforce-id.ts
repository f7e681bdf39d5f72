const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of a Salesforce id. Reports give the 15-character form, which differs by upper and lower
 * case only; the last three characters say, five letters each, which are upper case. What is not of that form is
 * given back as it is.
 */
export function longSalesforceId(id: string): string {
  if (!/^[A-Za-z0-9]{15}$/.test(id)) return id;
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) if (/[A-Z]/.test(id[block + i] ?? '')) bits |= 1 << i;
    suffix += ALPHABET[bits];
  }
  return id + suffix;
}
