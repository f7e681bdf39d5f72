import { type Business, type Person, slug } from './business.ts';
import type { Dice } from './dice.ts';
import type { Rates } from './rates.ts';
import { abbreviations, legalForms, notes } from './spellings.ts';
import { nicknames } from './words.ts';

/** How strongly a side errs in what both sides do: the books, which people type by hand, three times as often. */
const CRM_SHARE = 1 / 3;
const DESKTOP_LIMIT = 41;
const other = 'abcdefghijklmnopqrstuvwxyz';

/** The text with one letter left out, doubled, replaced or swapped with the next. */
export function typo(dice: Dice, text: string): string {
  if (text.length < 4) return text;
  const at = 1 + dice.below(text.length - 2);
  const [before, here, next, after] = [
    text.slice(0, at),
    text.charAt(at),
    text.charAt(at + 1),
    text.slice(at + 2),
  ];
  return dice.pick([
    before + next + after,
    before + here + here + next + after,
    before + other.charAt(dice.below(26)) + next + after,
    before + next + here + after,
  ]);
}

const withoutAccents = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '');

function abbreviated(dice: Dice, rates: Rates, text: string): string {
  return text
    .split(' ')
    .map((word) => {
      const short = abbreviations.get(word);
      return short !== undefined && dice.chance(rates('abbreviation')) ? dice.pick(short) : word;
    })
    .join(' ');
}

function otherAmpersand(dice: Dice, text: string): string {
  if (/ and /i.test(text)) return text.replace(/ and /i, ' & ');
  return text.replace(' & ', dice.pick([' and ', '&', ' And ', ' + ']));
}

function legalForm(dice: Dice, rates: Rates, form: string): string {
  if (form === '') return '';
  const [usual = '', ...spellings] = legalForms[form] ?? [];
  if (!dice.chance(rates('formDiffers'))) return usual;
  return dice.chance(0.5) ? '' : dice.pick(spellings);
}

function marked(dice: Dice, rates: Rates, name: string, mark: string): string {
  if (mark === '' || dice.chance(rates('markLost'))) return name;
  return mark.startsWith('#')
    ? dice.pick([`${name} ${mark}`, `${name} - ${mark.slice(1)}`, `${name} Store ${mark.slice(1)}`])
    : dice.pick([`${name} - ${mark}`, `${name} of ${mark}`, `${name} (${mark})`, `${name} ${mark}`]);
}

function otherWord(dice: Dice, name: string): string {
  const words = name.split(' ');
  if (words.length > 2 && dice.chance(0.5)) return words.slice(0, -1).join(' ');
  return dice.pick([`The ${name}`, `${name} Group`, `${name} Services`, `${name} Company`]);
}

function disordered(dice: Dice, rates: Rates, name: string, share: number): string {
  let text = dice.chance(rates('ampersand')) ? otherAmpersand(dice, name) : name;
  text = abbreviated(dice, rates, text);
  if (dice.chance(rates('nameTypo') * share)) text = typo(dice, text);
  if (dice.chance(rates('accentLost') * share)) text = withoutAccents(text);
  return dice.chance(rates('capitals') * share) ? text.toUpperCase() : text;
}

/** The account's name as the salespeople keep it. */
export function accountName(dice: Dice, rates: Rates, business: Business): string {
  const named = marked(dice, rates, business.name, business.mark);
  return disordered(dice, rates, named, CRM_SHARE) + legalForm(dice, rates, business.form);
}

/** A person's given name, as the books have it: now and then a nickname or an initial. */
function bookGiven(dice: Dice, rates: Rates, { given }: Person): string {
  if (!dice.chance(rates('nickname'))) return given;
  const short = nicknames.get(given);
  return short === undefined || dice.chance(0.25) ? `${given.charAt(0)}.` : dice.pick(short);
}

function bookPerson(dice: Dice, rates: Rates, who: Person): string {
  const given = bookGiven(dice, rates, who);
  return dice.chance(rates('lastFirst')) ? `${who.family}, ${given}` : `${given} ${who.family}`;
}

const acronym = (name: string): string =>
  name
    .split(' ')
    .filter((word) => /^[A-Za-z]/.test(word) && !/^(?:and|of|the)$/i.test(word))
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

/** The customer's DisplayName as the books keep it, and whether it tells which business it is. */
export function displayName(dice: Dice, rates: Rates, business: Business): { text: string; tells: boolean } {
  const [contact] = business.people;
  const company = business.kind !== 'person';
  const silent = (text: string) => ({ text, tells: false });
  if (company && dice.chance(rates('contactAsName'))) return silent(bookPerson(dice, rates, contact));
  if (company && dice.chance(rates('tradeName'))) return silent(business.tradeName);
  if (business.name.split(' ').length > 2 && dice.chance(rates('acronym')))
    return silent(acronym(business.name));
  const plain = business.kind === 'person' ? bookPerson(dice, rates, contact) : business.name;
  const worded = company && dice.chance(rates('wordDropped')) ? otherWord(dice, plain) : plain;
  const named = marked(dice, rates, worded, business.mark);
  const whole = disordered(dice, rates, named, 1) + legalForm(dice, rates, business.form);
  const noted = dice.chance(rates('note')) ? whole + note(dice, business) : whole;
  const text = dice.chance(rates('cut')) ? noted.slice(0, DESKTOP_LIMIT).trim() : noted;
  return { text, tells: business.mark === '' };
}

function note(dice: Dice, { tradeName }: Business): string {
  if (dice.chance(0.12)) return ` dba ${tradeName}`;
  return dice.chance(0.15) ? ` #${1000 + dice.below(9000)}` : dice.pick(notes);
}

/** The name of one job of a customer. */
export const jobName = (dice: Dice, town: string): string =>
  dice.pick([
    `${town} job`,
    `Phase ${1 + dice.below(3)}`,
    `Job ${100 + dice.below(900)}`,
    'Remodel',
    town,
    'Warehouse',
    slug(town),
  ]);
