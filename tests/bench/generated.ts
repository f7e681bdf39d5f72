import { AccountId, CustomerId } from '#shared/ids.ts';
import { type Account, type Address, bareAccount, bareCustomer, type Customer } from '#shared/records.ts';
import { type LinkageSet, pairKey } from './linkage-set.ts';

/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function randomStream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const list = (words: string): readonly string[] => words.trim().split(/\s+/);
const onsets = list('b br c cl d dr f fr g gr h k l m n p pr r s st t tr v w');
const vowels = list('a e i o u ai ea oo');
const codas = list('n r l m nd rt ck ll ss th x ns');
const trades =
  list(`Plumbing Roofing Dental Electric Landscaping Logistics Consulting Bakery Farms Software Media
  Construction Design Clinic Foods Motors Realty Printing Security Travel`);
const forms = ['Inc', 'LLC', 'Ltd', 'Co', 'Corp', '', ''];
const given =
  list(`James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan
  Joseph Jessica Thomas Sarah Charles Karen`);
const streets = list(
  'Oak Maple Cedar Pine Lake Hill Park Main Church River Spring Elm Mill Washington Walnut',
);
const suffixes = [
  ['Street', 'St'],
  ['Avenue', 'Ave'],
  ['Road', 'Rd'],
  ['Drive', 'Dr'],
  ['Lane', 'Ln'],
] as const;

interface Business {
  readonly name: string;
  readonly form: string;
  readonly contact: string;
  readonly phone: string;
  readonly domain: string;
  readonly address: Address;
}

/** Draws records; every choice comes from one stream, so a seed gives the same set anywhere. */
class Drawing {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomStream(seed);
  }

  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new RangeError('Nothing to choose from');
    return choice;
  }

  word(): string {
    const syllable = (): string =>
      this.pick(onsets) + this.pick(vowels) + (this.chance(0.5) ? this.pick(codas) : '');
    const text = syllable() + syllable();
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  business(): Business {
    const contact = `${this.pick(given)} ${this.word()}`;
    const person = this.chance(0.2);
    const root = this.word();
    const name = person
      ? contact
      : `${root}${this.chance(0.4) ? ` ${this.word()}` : ''} ${this.pick(trades)}`;
    const digits = (count: number): string => String(10 ** (count - 1) + this.below(9 * 10 ** (count - 1)));
    return {
      name,
      form: person ? '' : this.pick(forms),
      contact,
      phone: `${this.pick(['312', '415', '617', '212', '303'])}${2 + this.below(8)}${digits(6)}`,
      domain: person ? 'gmail.com' : `${name.toLowerCase().replaceAll(' ', '')}.com`,
      address: {
        street: `${1 + this.below(9000)} ${this.pick(streets)} ${this.pick(suffixes)[0]}`,
        city: `${this.word()}ville`,
        region: this.pick(['IL', 'CA', 'MA', 'NY', 'CO']),
        postalCode: digits(5),
        country: 'US',
      },
    };
  }

  typo(text: string): string {
    if (!this.chance(0.08) || text.length < 5) return text;
    const at = 1 + this.below(text.length - 2);
    return this.chance(0.5)
      ? text.slice(0, at) + text.slice(at + 1)
      : text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  }

  /** The name as a bookkeeper writes it. */
  bookName({ name, form }: Business): string {
    const written = this.typo(name) + (this.chance(0.5) && form !== '' ? `, ${form}.` : '');
    if (this.chance(0.1)) return written.toUpperCase();
    return this.chance(0.05) ? `${written} - Net 30` : written;
  }

  phone(number: string): string {
    const [area, exchange, line] = [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
    return this.pick([
      `(${area}) ${exchange}-${line}`,
      `${area}.${exchange}.${line}`,
      `+1 ${area} ${exchange} ${line}`,
    ]);
  }

  account(id: string, business: Business): Account {
    const { name, form, phone, domain, contact, address } = business;
    const mailbox = contact.toLowerCase().replace(' ', '.');
    return {
      ...bareAccount(AccountId.parse(id), form === '' ? name : `${name} ${form}`),
      phone: this.chance(0.8) ? this.phone(phone) : '',
      emails: this.chance(0.6) ? [`${mailbox}@${domain}`] : [],
      website: domain !== 'gmail.com' && this.chance(0.5) ? `www.${domain}` : '',
      billing: this.chance(0.9) ? address : { ...address, street: '' },
    };
  }

  customer(id: string, business: Business): Customer {
    const { contact, domain, phone, address } = business;
    const mailbox = contact.toLowerCase().replace(' ', '.');
    const [long, short] = this.pick(suffixes);
    return {
      ...bareCustomer(CustomerId.parse(id), this.chance(0.05) ? contact : this.bookName(business)),
      companyName: this.chance(0.5) ? business.name : '',
      phone: this.chance(0.7) ? this.phone(this.chance(0.85) ? phone : this.business().phone) : '',
      email: this.chance(0.6) ? `${this.chance(0.7) ? mailbox : 'billing'}@${domain}` : '',
      billing: this.chance(0.8)
        ? { ...address, street: this.typo(address.street.replace(long, short)) }
        : this.business().address,
      active: this.chance(0.95),
    };
  }
}

/**
 * A made-up pair of exports with `size` records a side, two thirds of which are the same businesses. For time and
 * memory; real sets tell about quality.
 */
export function generatedSet(size: number, seed: number): LinkageSet {
  const drawing = new Drawing(seed);
  const shared = Array.from({ length: Math.round((size * 2) / 3) }, () => drawing.business());
  const side = (): Business[] => [
    ...shared,
    ...Array.from({ length: size - shared.length }, () => drawing.business()),
  ];
  return {
    name: `generated, ${size} × ${size}`,
    accounts: side().map((business, index) => drawing.account(`A${index}`, business)),
    customers: side().map((business, index) => drawing.customer(`C${index}`, business)),
    truth: new Set(shared.map((_, index) => pairKey(`A${index}`, `C${index}`))),
  };
}
