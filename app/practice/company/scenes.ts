import { makeBusiness } from './business.ts';
import type { Cast } from './cast.ts';
import { draftAccount } from './draft-account.ts';
import { draftCustomer } from './draft-customer.ts';
import { cutShort, withLegalForm } from './naming.ts';
import { nearMissOf } from './near-miss.ts';
import { tollFreeNumber, writePhone } from './phones.ts';
import type { Random } from './random.ts';
import { treat } from './treatments.ts';
import { coinedWords } from './words/trades.ts';

/** Businesses that are on both sides, each named its own way in QuickBooks. */
export function matched(random: Random, cast: Cast, count: number): void {
  for (let made = 0; made < count; made += 1) {
    const business = makeBusiness(random);
    const { treatment, name } = treat(random, business);
    const anchored = !treatment.telling;
    cast.addPair(
      business,
      draftAccount(random, business, anchored),
      draftCustomer(random, business, name, anchored),
      treatment.label,
    );
  }
}

/** Institutions with names that the desktop edition had to cut. */
export function longNames(random: Random, cast: Cast, count: number): void {
  for (let made = 0; made < count; ) {
    const business = makeBusiness(random, { kind: 'institution' });
    const cut = cutShort(business.name);
    if (cut === business.name) continue;
    cast.addPair(business, draftAccount(random, business), draftCustomer(random, business, cut), 'cut');
    made += 1;
  }
}

/** Businesses that trade under another name, so that only phone, e-mail or address can tell; some say "dba". */
export function tradingNames(random: Random, cast: Cast, count: number): void {
  for (let made = 0; made < count; made += 1) {
    const business = makeBusiness(random, { kind: 'company' });
    const other = makeBusiness(random, { kind: 'company' }).name;
    const says = random.chance(0.35);
    const account = draftAccount(random, business, true);
    account.name = says ? `${account.name} dba ${other}` : account.name;
    const customer = draftCustomer(random, business, other, true);
    customer.companyName = random.chance(0.5) ? other : '';
    cast.addPair(business, account, customer, says ? 'dba' : 'trading name');
  }
}

/** Accounts without a customer: prospects, of which many are easily taken for somebody else. */
export function prospects(random: Random, cast: Cast, count: number, nearMisses: number): void {
  const known = cast.onBothSides.map(({ business }) => business);
  for (let made = 0; made < count; made += 1) {
    const business = made < nearMisses ? nearMissOf(random, random.pick(known)) : makeBusiness(random);
    const account = cast.addAccount(draftAccount(random, business));
    account.type = random.chance(0.7) ? 'Prospect' : account.type;
  }
}

/** Customers without an account: from before there was a Salesforce, or walk-ins. */
export function walkIns(random: Random, cast: Cast, count: number, nearMisses: number): void {
  const known = cast.onBothSides.map(({ business }) => business);
  for (let made = 0; made < count; made += 1) {
    const business =
      made < nearMisses
        ? nearMissOf(random, random.pick(known))
        : makeBusiness(random, random.chance(0.4) ? { kind: 'person' } : {});
    cast.addCustomer(draftCustomer(random, business, treat(random, business).name));
  }
}

/**
 * Brands with branches in several cities under one domain; each side knows some of the branches. Some are called at
 * the brand's own number, free of charge.
 */
export function branches(random: Random, cast: Cast, count: number): void {
  for (let made = 0; made < count; made += 1) {
    const brand = makeBusiness(random, { kind: 'company', domain: '' });
    const domain = `${brand.name.toLowerCase().replaceAll(/[^a-z]/g, '')}.com`;
    const freeNumber = tollFreeNumber(random);
    for (let branch = random.int(3, 6); branch > 0; branch -= 1) {
      const business = makeBusiness(random, {
        kind: 'company',
        name: brand.name,
        industry: brand.industry,
        domain,
      });
      const { city } = business.location.place;
      const account = draftAccount(random, business, true);
      account.name = random.pick([`${brand.name} - ${city}`, `${brand.name} (${city})`, brand.name]);
      const customer = draftCustomer(random, business, `${brand.name} ${city}`, true);
      if (random.chance(0.3)) account.phone = writePhone(random, freeNumber);
      if (random.chance(0.3)) customer.phone = writePhone(random, freeNumber);
      if (random.chance(0.55)) cast.addPair(business, account, customer, 'branch');
      else if (random.chance(0.5)) cast.addAccount(account);
      else cast.addCustomer(customer);
    }
  }
}

/** Customers with jobs and sub-customers, of which some are accounts of their own. */
export function subCustomers(random: Random, cast: Cast, parents: number): void {
  const candidates = cast.onBothSides.filter(({ business }) => business.kind === 'company');
  for (const { account, customer, business } of random.shuffle(candidates).slice(0, parents)) {
    for (let below = random.int(1, 4); below > 0; below -= 1) {
      const { place } = business.location;
      const site = makeBusiness(random, { kind: 'company', place });
      const isSite = random.chance(0.35);
      const name = isSite
        ? `${random.pick(coinedWords)} ${random.pick(['Court', 'Plaza', 'Terrace', 'Commons'])}`
        : jobName(random);
      const child = draftCustomer(random, site, name, isSite);
      child.parent = customer;
      child.isJob = !isSite;
      child.companyName = isSite ? '' : customer.companyName;
      if (isSite) {
        const own = draftAccount(random, site, true);
        own.name = withLegalForm(random, name, random.chance(0.4) ? 'LLC' : null);
        own.parent = account;
        cast.addPair({ ...site, name }, own, child, 'sub-customer');
      } else {
        child.email = random.chance(0.5) ? customer.email : '';
        child.phone = random.chance(0.5) ? customer.phone : '';
        cast.addCustomer(child);
      }
    }
  }
}

function jobName(random: Random): string {
  const what = random.pick([
    'Kitchen remodel',
    'Roof repair',
    'Phase',
    'Parking lot',
    'Lobby',
    'Annex',
    'Service call',
    'Unit',
  ]);
  return `${what} ${random.int(1, 30)}${random.chance(0.3) ? ` - ${random.int(2019, 2026)}` : ''}`;
}
