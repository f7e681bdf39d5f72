/**
 * What QuickBooks' codes mean to a person, and what to do.
 * See https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/error-codes
 */
const sentences: Readonly<Record<string, string>> = {
  '6240': 'A customer, vendor or employee in QuickBooks has this name already. Give it another display name.',
  '2010': 'QuickBooks does not take one of the fields. Nothing was created; please report this.',
  '2020': 'QuickBooks asks for a field that is blank. Fill it in, then create it again.',
  '2030': 'QuickBooks does not know the tax exemption reason. Choose another one.',
  '2040': 'A field holds a character that QuickBooks does not take. Take it out, then create it again.',
  '2050': 'A field is longer than QuickBooks takes. Shorten it, then create it again.',
  '2210': 'QuickBooks does not take the e-mail address. Correct it, or leave it out.',
  '6000': 'A rule of QuickBooks or of your company does not allow this customer. Its own words say which.',
};

/** QuickBooks' code for a name that somebody has. */
export const nameTaken = '6240';

/** The sentence a person reads for a refusal with this code. */
export function refusalSentence(code: string): string {
  return sentences[code] ?? 'QuickBooks refused to create this customer. Its own words say why.';
}

/** Whether a refusal is of the program as a whole (this user or company may not be used), and not of one customer. */
export function refusesAll(code: string): boolean {
  return code === '3100' || code === '003100';
}
