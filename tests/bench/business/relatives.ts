import { type Business, makeBusiness, placeIn } from './business.ts';
import type { Dice } from './dice.ts';
import type { Rates } from './rates.ts';
import { towns, trades } from './words.ts';

/** One of the branches of a brand: the brand's name and domain; own town, street and number, and mostly own line. */
export function branchOf(brand: Business, dice: Dice, rates: Rates): Business {
  const town = towns.draw(dice);
  const place = placeIn(dice, town);
  const { kind, name, stem, trade, form, domain } = brand;
  const central = dice.chance(0.1) ? { mainLine: brand.mainLine } : {};
  const mark = dice.chance(0.7) ? town.name : `#${1 + dice.below(2000)}`;
  return makeBusiness(dice, rates, { kind, name, stem, trade, form, domain, mark, place, ...central });
}

/** A company of the same owners: stem and domain, often the place and at times the line. */
export function sisterOf(base: Business, dice: Dice, rates: Rates): Business {
  const { stem, domain, people } = base;
  const trade = dice.pickByRank(trades);
  return makeBusiness(dice, rates, {
    kind: 'company',
    stem,
    trade,
    domain,
    people,
    ...(dice.chance(0.5) ? { place: base.place } : {}),
    ...(dice.chance(0.15) ? { mainLine: base.mainLine } : {}),
  });
}

/** Somebody else of this name, or of this surname and trade; a third of them in the same town. */
export function namesakeOf(base: Business, dice: Dice, rates: Rates): Business {
  const { kind, stem, trade } = base;
  const town = dice.chance(1 / 3) ? base.place.town : towns.draw(dice);
  const place = placeIn(dice, town);
  if (kind === 'person') {
    const [{ given, family }] = base.people;
    const made = makeBusiness(dice, rates, { kind });
    const sameName = dice.chance(0.4);
    const other = { given: sameName ? given : made.people[0].given, family };
    const home = !sameName && dice.chance(0.6) ? base.place : place;
    return makeBusiness(dice, rates, { kind, people: [other, made.people[1]], place: home });
  }
  const words = stem.split(' ');
  const shared = dice.chance(0.5) ? stem : (words[0] ?? stem);
  return makeBusiness(dice, rates, { kind, stem: shared, trade, place });
}

/** A business under the same roof that has nothing else in common; some share the line as well. */
function neighbourOf(base: Business, dice: Dice, rates: Rates): Business {
  const line = dice.chance(0.3) ? { mainLine: base.mainLine } : {};
  return makeBusiness(dice, rates, { kind: 'company', place: base.place, ...line });
}

/** A business that is easily taken for this one. */
export function nearMissOf(base: Business, dice: Dice, rates: Rates): Business {
  const kind = dice.next();
  if (base.kind === 'company' && kind < 0.3) return branchOf(base, dice, rates);
  if (base.kind === 'company' && kind < 0.5) return sisterOf(base, dice, rates);
  if (kind < 0.85) return namesakeOf(base, dice, rates);
  return neighbourOf(base, dice, rates);
}
