import type { Account, Customer } from '#shared/records.ts';
import { account, address, customer } from './records.ts';

/** Numbers from 0 to below 1 that look drawn, the same ones for each seed (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let drawn = Math.imul(state ^ (state >>> 15), 1 | state);
    drawn = (drawn + Math.imul(drawn ^ (drawn >>> 7), 61 | drawn)) ^ drawn;
    return ((drawn ^ (drawn >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables =
  'ba be co da do fi ga ho ju ka le lu ma mo ni pa qui ra ro sa to tu va ve wi xo ya za zu'.split(' ');
const trades = ['Plumbing', 'Optics', 'Foundry', 'Bakery', 'Trading', 'Services', 'Upholstery', 'Dental'];
const cities = ['Salem', 'Boston', 'Ottumwa', 'Zephyrville', 'Quincy', 'Fort Myers', 'Springfield'];

/**
 * Made-up businesses as two departments know them: the same number of accounts and customers, most of them of the same
 * businesses, with values missing, misspelt and shared.
 */
export function madeUp(count: number, seed: number): { accounts: Account[]; customers: Customer[] } {
  const draw = drawing(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(draw() * from.length)] ?? '';
  const word = (): string => {
    const letters = pick(syllables) + pick(syllables) + (draw() < 0.6 ? pick(syllables) : '');
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  const digits = (size: number): string =>
    Array.from({ length: size }, () => Math.floor(draw() * 10)).join('');
  const misspelt = (text: string): string => {
    const at = 1 + Math.floor(draw() * (text.length - 2));
    return draw() < 0.2 ? text.slice(0, at) + text.slice(at + 1) : text;
  };
  const known = (chance: number, text: string): string => (draw() < chance ? text : '');

  const accounts: Account[] = [];
  const customers: Customer[] = [];
  for (let at = 0; at < count; at += 1) {
    const write = () => {
      const stem = word();
      const phone =
        draw() < 0.05 ? '312 555 0100' : `${2 + Math.floor(draw() * 8)}12 5${digits(2)} ${digits(4)}`;
      const email =
        draw() < 0.05
          ? 'books@ledger.com'
          : `${word().toLowerCase()}@${draw() < 0.3 ? 'gmail' : stem.toLowerCase()}.com`;
      const where = address({
        street: `${1 + Math.floor(draw() * 999)} ${word()} Street`,
        city: pick(cities),
        region: 'OR',
        postalCode: `97${digits(3)}`,
      });
      return { name: `${stem} ${pick(trades)}`, phone, email, where, website: `${stem.toLowerCase()}.com` };
    };
    const one = write();
    const other = draw() < 0.8 ? one : write();
    accounts.push(
      account(`A${(at * 7919) % count}`, {
        name: misspelt(one.name),
        phone: known(0.7, one.phone),
        emails: draw() < 0.5 ? [one.email] : [],
        website: known(0.3, one.website),
        billing: draw() < 0.7 ? one.where : address({}),
      }),
    );
    customers.push(
      customer(`${(at * 104_729) % count}`, {
        displayName: misspelt(other.name),
        phone: known(0.7, other.phone),
        email: known(0.5, other.email),
        billing: draw() < 0.7 ? other.where : address({}),
        active: draw() < 0.9,
      }),
    );
  }
  return { accounts, customers };
}
