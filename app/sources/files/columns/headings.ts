const plain = /^[\x20-\x7e]*$/;
const type = /^\s*(account|contact)\s*:\s+/i;

/**
 * A heading as it is compared: letters and digits only, without accents and in lower case, so that `E-Mail`,
 * `e mail` and `EMail` are one. The leading `Account: ` or `Contact: ` of a custom report
 * type is left out.
 */
export function headingKey(heading: string): string {
  const text = heading.includes(':') ? heading.replace(type, '') : heading;
  // Compiling what Unicode calls a letter takes longer than reading all other headings.
  if (plain.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
