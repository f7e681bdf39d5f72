/**
 * A heading as it is compared: letters and digits only, without accents and in lower case, so that `E-Mail`,
 * `e mail` and `EMail` are one. The leading `Account: ` or `Contact: ` of a custom report
 * type is left out.
 */
export function headingKey(heading: string): string {
  return heading
    .replace(/^\s*(account|contact)\s*:\s+/i, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
