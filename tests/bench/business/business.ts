import type { Dice } from './dice.ts';
import type { Rates } from './rates.ts';
import { accents, directions, legalForms, streetNames, streetTypes } from './spellings.ts';
import { brands, dictionary, givenNames, surnames, type Town, towns, trades } from './words.ts';

export interface Person {
  readonly given: string;
  readonly family: string;
}

export interface Place {
  readonly town: Town;
  readonly number: string;
  readonly direction: readonly string[];
  readonly street: string;
  readonly type: readonly string[];
  readonly unit: string;
  readonly zip: string;
}

/** A business or a private person as it really is, before two departments write it down. */
export interface Business {
  readonly kind: 'company' | 'institution' | 'person';
  /** Name without legal form: stem and trade, if it has any. */
  readonly name: string;
  readonly stem: string;
  readonly trade: string;
  readonly form: string;
  /** What tells a branch from its sisters, in place of a name of its own: a town or a store number; often ''. */
  readonly mark: string;
  readonly tradeName: string;
  readonly people: readonly [Person, Person];
  /** '' for those who use free mail. */
  readonly domain: string;
  readonly mailbox: string;
  readonly mainLine: string;
  readonly mobile: string;
  readonly place: Place;
  readonly former: Place;
}

export const person = (dice: Dice): Person => ({
  given: givenNames.draw(dice),
  family: surnames.draw(dice),
});

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const syllables =
  `a al am ar bel ben bri cal cen co cor da del dex do en er ex fin flo ga gen gra hel in is jo ka ko la lex lin lo
ma mer mi na neo no nu o or pa phe pri qua ra re ri ro sa sol ta tel ti to tri va ve vel vi xa xi ya za zen`.split(
    /\s+/,
  );
const endings = `ia ica ix on or um us tec tron sys ware gen ex ora eon iva ello amp aro ent era`.split(' ');

/** A word made up as brands are. */
const coined = (dice: Dice): string =>
  capitalised(dice.pick(syllables) + (dice.chance(0.6) ? dice.pick(syllables) : '') + dice.pick(endings));

const root = (dice: Dice): string =>
  dice.chance(0.55) ? dice.pickByRank(brands, 10) : capitalised(dice.pickByRank(dictionary, 200));

function companyName(dice: Dice, owner: Person, town: Town): { stem: string; trade: string } {
  const trade = dice.pickByRank(trades);
  const kind = dice.next();
  if (kind < 0.22) return { stem: owner.family, trade };
  if (kind < 0.26) return { stem: `${owner.family} & Sons`, trade };
  if (kind < 0.31)
    return { stem: `${owner.family} ${dice.chance(0.5) ? '&' : 'and'} ${surnames.draw(dice)}`, trade };
  if (kind < 0.35) return { stem: `${owner.given}'s`, trade };
  if (kind < 0.38) return { stem: `${owner.given} ${owner.family}`, trade };
  if (kind < 0.45) return { stem: town.name, trade };
  if (kind < 0.6) return { stem: coined(dice), trade: dice.chance(0.3) ? '' : trade };
  if (kind < 0.64) {
    const letters = Array.from({ length: 2 + dice.below(2) }, () => String.fromCharCode(65 + dice.below(26)));
    return { stem: letters.join(dice.chance(0.4) ? ' & ' : ''), trade };
  }
  if (kind < 0.82) return { stem: root(dice), trade };
  return { stem: `${root(dice)} ${root(dice)}`, trade };
}

function institutionName(dice: Dice, { name: town }: Town): string {
  const saint = dice.pick(['Mary', 'Joseph', 'John', 'Luke', 'Paul', 'Anthony', 'Elizabeth', 'Francis']);
  const which = dice.pick(['First', 'Second', 'Grace', 'Trinity', 'Calvary', 'Faith', 'Zion', 'Bethel']);
  const faith = dice.pick(['Baptist', 'Methodist', 'Lutheran', 'Presbyterian', 'Community']);
  return dice.pick([
    `City of ${town}`,
    `Town of ${town}`,
    `${town} School District`,
    `${town} High School`,
    `St. ${saint} Catholic Church of ${town}`,
    `Saint ${saint} Hospital`,
    `${town} ${which} ${faith} Church`,
    `${which} ${faith} Church`,
    `${town} Chamber of Commerce`,
    `${town} Public Library`,
    `${town} County Water District`,
    `University of ${town}`,
  ]);
}

const line = (dice: Dice, town: Town): string =>
  `${dice.pick(town.areaCodes)}${2 + dice.below(8)}${String(dice.below(1_000_000)).padStart(6, '0')}`;

export function placeIn(dice: Dice, town: Town): Place {
  return {
    town,
    number: String(1 + Math.floor(9999 ** dice.next() + dice.below(900))),
    direction: dice.chance(0.2) ? dice.pick(directions) : [],
    street: dice.chance(0.75) ? dice.pickByRank(streetNames) : surnames.draw(dice),
    type: dice.pick(streetTypes),
    unit: dice.chance(0.25) ? String(dice.chance(0.5) ? 1 + dice.below(40) : 100 + dice.below(400)) : '',
    zip: dice.pick(town.zips),
  };
}

const ACCENTED = /[^ -~]/;

/** The letters and digits of a text as they stand in an e-mail address or a domain. */
export const slug = (text: string): string =>
  (ACCENTED.test(text) ? text.normalize('NFD') : text)
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z0-9]+/g, '');

const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0).toLowerCase())
    .filter((letter) => /[a-z]/.test(letter))
    .join('');

function domainOf(dice: Dice, stem: string, name: string, town: Town, owner: Person): string {
  const ending = dice.pick(['inc', 'co', 'group', 'online', 'usa', 'hq', 'pros']);
  const body = dice.pick([
    () => slug(name),
    () => slug(name) + town.state.toLowerCase(),
    () => slug(name) + slug(town.name).slice(0, 8),
    () => slug(stem) + slug(town.name).slice(0, 6),
    () => slug(stem) + ending,
    () => initials(name) + slug(owner.family),
  ])();
  return `${body.slice(0, 30)}.${dice.pick(['com', 'com', 'com', 'com', 'net', 'org', 'biz', 'us'])}`;
}

/** A business drawn from the dice, or one that has some properties already. */
export function makeBusiness(dice: Dice, rates: Rates, known: Partial<Business> = {}): Business {
  const own = person(dice);
  const people = known.people ?? [own, person(dice)];
  const [owner] = people;
  const town = known.place?.town ?? towns.draw(dice);
  const isPerson = dice.chance(rates('person'));
  const kind = known.kind ?? (isPerson ? 'person' : dice.chance(0.06) ? 'institution' : 'company');
  const made =
    kind === 'person'
      ? { stem: `${owner.given} ${owner.family}`, trade: '' }
      : kind === 'institution'
        ? { stem: institutionName(dice, town), trade: '' }
        : companyName(dice, owner, town);
  const accented = (text: string): string =>
    text
      .split(' ')
      .map((word) => accents.get(word) ?? word)
      .join(' ');
  const stem = known.stem ?? accented(made.stem);
  const trade = known.trade ?? made.trade;
  const name = `${stem} ${trade}`.trim();
  const freeMail = kind === 'person' || dice.chance(rates('freeMail'));
  const domain = domainOf(dice, stem, name, town, owner);
  const [two, three] = [dice.below(99), dice.below(999)];
  const numbered = dice.chance(0.5) ? dice.below(99) : '';
  const freeBox = dice.pick([
    () => `${slug(owner.given)}.${slug(owner.family)}${two}`,
    () => `${slug(owner.given).charAt(0)}${slug(owner.family)}${three}`,
    () => `${slug(name).slice(0, 18)}${numbered}`,
  ])();
  const freeHost = dice.pick([
    'gmail.com',
    'gmail.com',
    'yahoo.com',
    'hotmail.com',
    'aol.com',
    'comcast.net',
    'outlook.com',
  ]);
  const other = companyName(dice, own, town);
  return {
    kind,
    stem,
    trade,
    name,
    form: kind === 'company' && dice.chance(0.7) ? dice.pickByRank(Object.keys(legalForms)) : '',
    mark: '',
    tradeName: `${other.stem} ${other.trade}`.trim(),
    people,
    domain: freeMail ? '' : domain,
    mailbox: `${freeBox}@${freeHost}`,
    mainLine: line(dice, town),
    mobile: line(dice, town),
    place: placeIn(dice, town),
    former: placeIn(dice, town),
    ...known,
  };
}
