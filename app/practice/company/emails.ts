import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { slug } from './text.ts';

const freeDomains: readonly (readonly [number, string])[] = [
  [46, 'gmail.com'],
  [14, 'yahoo.com'],
  [10, 'outlook.com'],
  [9, 'hotmail.com'],
  [7, 'comcast.net'],
  [6, 'aol.com'],
  [5, 'icloud.com'],
  [3, 'att.net'],
];
const roles = [
  'info',
  'office',
  'accounting',
  'billing',
  'ap',
  'accountspayable',
  'admin',
  'contact',
  'hello',
  'invoices',
];

/** The person's address at the company's domain. */
export function workEmail(random: Random, { given, family }: Person, domain: string): string {
  const [first, last] = [slug(given), slug(family)];
  const local = random.weighted([
    [40, `${first}.${last}`],
    [25, `${first.charAt(0)}${last}`],
    [20, first],
    [10, `${first}${last.charAt(0)}`],
    [5, `${first}_${last}`],
  ]);
  return `${local}@${domain}`;
}

/** An address that belongs to a task rather than to a person. */
export function roleEmail(random: Random, domain: string): string {
  return `${random.pick(roles)}@${domain}`;
}

/** The person's own address at a free provider. */
export function freeEmail(random: Random, { given, family }: Person): string {
  const [first, last] = [slug(given), slug(family)];
  const number = random.int(1, 99);
  const local = random.weighted([
    [30, `${first}.${last}`],
    [25, `${first}${last}${number}`],
    [20, `${first.charAt(0)}${last}${number}`],
    [15, `${last}.${first}`],
    [10, `${first}${number}`],
  ]);
  return `${local}@${random.weighted(freeDomains)}`;
}

/** A domain of a name: all its words, a few, or its initials. */
export function domainOf(random: Random, name: string, country: string): string {
  const words = name.split(/[\s-]+/).filter((word) => !/^(?:and|of|the|&|for)$/i.test(word));
  const initials = words.map((word) => slug(word).charAt(0)).join('');
  const stem = random.weighted([
    [60, slug(name).length <= 24 ? slug(name) : slug(words.slice(0, 2).join(''))],
    [30, slug(words.slice(0, 2).join(''))],
    [words.length > 2 ? 10 : 0, `${initials}${slug(words.at(-1) ?? '').slice(1)}`],
  ]);
  const ending =
    country === 'CA'
      ? 'ca'
      : country === 'GB'
        ? 'co.uk'
        : random.weighted([
            [74, 'com'],
            [10, 'net'],
            [8, 'org'],
            [4, 'co'],
            [4, 'us'],
          ]);
  return `${stem}.${ending}`;
}

/** A company's web address as somebody wrote it. */
export function writeWebsite(random: Random, domain: string): string {
  return random.weighted([
    [34, `https://www.${domain}`],
    [26, `www.${domain}`],
    [16, `http://www.${domain}/`],
    [14, domain],
    [6, `https://${domain}/contact`],
    [4, `HTTP://${domain.toUpperCase()}`],
  ]);
}
