/**
 * Numbering plans in which a number is its country's prefix and a fixed count of digits after the 0 that is dialled at
 * home (ITU-T E.164, and the plans of the countries' regulators). What does not fit exactly is left to libphonenumber.
 */
const plans: ReadonlyMap<string, { readonly prefix: string; readonly sizes: readonly number[] }> = new Map([
  ['GB', { prefix: '44', sizes: [10] }],
  ['AU', { prefix: '61', sizes: [9] }],
  ['DE', { prefix: '49', sizes: [8, 9, 10, 11] }],
  ['FR', { prefix: '33', sizes: [9] }],
  ['ZA', { prefix: '27', sizes: [9] }],
]);
const byPrefix = new Map([...plans.values()].map((plan) => [plan.prefix, plan]));

/**
 * The number in E.164 without the plus, where it follows one of these plans for certain; else `''`. `digits` are all that
 * is written, `international` says that they begin with a country's prefix.
 */
export function nationalNumber(digits: string, country: string, international: boolean): string {
  const all = digits.startsWith('00') ? digits.slice(2) : digits;
  const plan = international ? byPrefix.get(all.slice(0, 2)) : plans.get(country);
  if (plan === undefined) return '';
  const rest = international ? all.slice(2) : all;
  const trunk = rest.startsWith('0');
  if (!international && !trunk) return '';
  const number = trunk ? rest.slice(1) : rest;
  return plan.sizes.includes(number.length) && !number.startsWith('0') ? plan.prefix + number : '';
}
