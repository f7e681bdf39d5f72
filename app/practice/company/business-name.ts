import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { familyNames } from './words/people.ts';
import type { Place } from './words/places.ts';
import { coinedWords, landQualifiers, landWords, type Trade, trades } from './words/trades.ts';

const saints = [
  'Brendan',
  'Cecilia',
  'Monica',
  'Clare',
  'Francis',
  'Anne',
  'Michael',
  'Rita',
  'Ambrose',
  'Bede',
];
const denominations = ['Baptist', 'Methodist', 'Presbyterian', 'Lutheran', 'Congregational', 'Unitarian'];
const associations = [
  'Independent Grocers',
  'School Nutrition Directors',
  'Volunteer Fire Departments',
  'Community Health Centers',
  'Licensed Home Inspectors',
  'Municipal Water Utilities',
  'Historic Preservation Societies',
];
const shops = [
  'Bakery',
  'Diner',
  'Grill',
  'Salon',
  'Florist',
  'Pizzeria',
  'Barber Shop',
  'Nursery & Garden',
  'Catering',
];
const partnerships = [
  'Law Offices',
  'Law Group',
  'Accounting',
  'Architects',
  'Associates',
  'Partners',
  'Realty',
];

/** A name of a business, without its legal form, and its industry. `head` is who owns or leads it. */
export function makeBusinessName(
  random: Random,
  kind: 'company' | 'institution' | 'person',
  place: Place,
  head: Person,
): { name: string; industry: string } {
  if (kind === 'person') return { name: `${head.given} ${head.family}`, industry: 'Other' };
  return kind === 'institution' ? institution(random, place) : company(random, place, head);
}

function company(
  random: Random,
  place: Place,
  { given, family }: Person,
): { name: string; industry: string } {
  const trade: Trade = random.pick(trades);
  const another = () => random.pick(familyNames);
  const patterns: readonly (readonly [number, () => string])[] = [
    [25, () => `${random.pick(coinedWords)} ${trade.name}`],
    [20, () => `${landName(random)} ${trade.name}`],
    [18, () => `${family} ${trade.name}`],
    [3, () => `${family} & Sons ${trade.name}`],
    [2, () => `${family} Brothers ${trade.name}`],
    [4, () => `${family} & ${another()} ${random.pick(partnerships)}`],
    [3, () => `${family}, ${another()} & ${another()}`],
    [6, () => `${place.city} ${trade.name}`],
    [3, () => `${given}'s ${random.pick(shops)}`],
    [4, () => `${random.pick(coinedWords)} International ${trade.name}`],
    [3, () => `National ${random.pick(coinedWords)} ${trade.name}`],
    [isSupplied(trade) ? 4 : 0, () => `${landName(random)} ${trade.name} & Supply`],
    [2, () => `The ${landName(random)} Company`],
    [2, () => `${random.pick(coinedWords)} Group`],
    [1, () => `Café ${random.pick(coinedWords)}`],
    [1, () => `A-1 ${trade.name}`],
  ];
  return { name: random.weighted(patterns)(), industry: trade.industry };
}

/** Whether "& Supply" makes sense after the trade. */
function isSupplied({ industry }: Trade): boolean {
  return industry === 'Construction' || industry === 'Manufacturing' || industry === 'Agriculture';
}

function landName(random: Random): string {
  return `${random.pick(landQualifiers)} ${random.pick(landWords)}`;
}

function institution(random: Random, { city }: Place): { name: string; industry: string } {
  const saint = `${random.chance(0.7) ? 'St.' : 'Saint'} ${random.pick(saints)}`;
  const county = random.pick(landQualifiers);
  const patterns: readonly (readonly [number, () => { name: string; industry: string }])[] = [
    [8, () => ({ name: `${saint} ${random.pick(['Parish', 'School', 'Academy'])}`, industry: 'Education' })],
    [
      6,
      () => ({
        name: `${saint}${random.pick([' Hospital', "'s Hospital Foundation", ' Medical Center'])}`,
        industry: 'Healthcare',
      }),
    ],
    [
      8,
      () => ({ name: `First ${random.pick(denominations)} Church of ${city}`, industry: 'Not For Profit' }),
    ],
    [6, () => ({ name: `City of ${city}`, industry: 'Government' })],
    [6, () => ({ name: `${city} Public Library`, industry: 'Government' })],
    [6, () => ({ name: `${city} Unified School District`, industry: 'Education' })],
    [
      6,
      () => ({
        name: `${county} County Department of ${random.pick(['Public Works', 'Health', 'Transportation'])}`,
        industry: 'Government',
      }),
    ],
    [5, () => ({ name: `University of ${city} Foundation`, industry: 'Education' })],
    [
      8,
      () => ({
        name: `${city} Regional Association of ${random.pick(associations)}`,
        industry: 'Not For Profit',
      }),
    ],
    [
      5,
      () => ({
        name: `Friends of ${random.pick(landQualifiers)} ${random.pick(landWords)} Park`,
        industry: 'Not For Profit',
      }),
    ],
    [5, () => ({ name: `${city} Community Foundation`, industry: 'Not For Profit' })],
  ];
  return random.weighted(patterns)();
}
