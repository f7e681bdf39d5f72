import type { Account, Address, Customer } from '#shared/records.ts';
import { normalAddress } from '../normalise/address.ts';
import { countryCode } from '../normalise/country.ts';
import { type NormalEmail, normalEmails } from '../normalise/email.ts';
import { nameFromMailbox } from '../normalise/mailbox-name.ts';
import { normalNames } from '../normalise/name.ts';
import { normalPhones } from '../normalise/phone.ts';
import { normalWebsite, ownDomain } from '../normalise/website.ts';
import { none, type VocabularyBuilder } from '../terms/vocabulary.ts';
import { GrowingInts, sharedInts } from './growing-ints.ts';
import { ListsBuilder } from './lists.ts';
import { flags, formFlags, type Side } from './side.ts';
import { packStrings } from './strings.ts';

/** More values of a field than this are not compared: an account with a hundred contacts must not stall a run. */
const mostValues = 24;
const mostNames = 6;
const fewCapitals = /^[A-Z&.]{3,6}\b/;
const smallLetter = /[a-z]/;
const onlyDigits = /^\d+$/;

/** The values of a record of either side, as written. */
interface Fields {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly website: string;
  readonly addresses: readonly Address[];
  readonly flags: number;
  readonly parentId: string;
  readonly link: string;
}

function accountFields(account: Account): Fields {
  return {
    id: account.id,
    name: account.name,
    names: [account.name],
    phones: [account.phone, ...account.otherPhones],
    emails: account.emails,
    website: account.website,
    addresses: [account.billing, account.shipping],
    flags: 0,
    parentId: '',
    link: account.linkedCustomerId,
  };
}

const ownPart = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

/** A sub-customer goes by its own name, not by its parent's. */
function customerFields(customer: Customer): Fields {
  const subCustomer = customer.parentId !== '' || customer.job || customer.isProject;
  return {
    id: customer.id,
    name: customer.displayName,
    names: [
      ownPart(customer.displayName),
      customer.companyName,
      `${customer.givenName} ${customer.familyName}`.trim(),
      ownPart(customer.fullyQualifiedName),
      customer.printOnCheckName,
    ],
    phones: [customer.phone, customer.mobile, customer.alternatePhone],
    emails: customer.email === '' ? [] : [customer.email],
    website: customer.website,
    addresses: [customer.billing, customer.shipping],
    flags: (customer.active ? 0 : flags.inactive) | (subCustomer ? flags.subCustomer : 0),
    parentId: customer.parentId,
    link: '',
  };
}

interface NamedForm {
  readonly branch: readonly string[];
  readonly words: readonly string[];
  readonly legalForm: string;
  readonly written: string;
}

function isSameForm(one: NamedForm, other: NamedForm): boolean {
  return (
    one.legalForm === other.legalForm && areSame(one.words, other.words) && areSame(one.branch, other.branch)
  );
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((text, at) => text === others[at]);
}

/** The places of ids in rising order. Files mostly have them in order, which a plain array's sort makes use of. */
function inOrderOfId(ids: readonly string[]): number[] {
  return [...ids.keys()].sort((a, b) => {
    const one = ids[a] ?? '';
    const other = ids[b] ?? '';
    return one < other ? -1 : one > other ? 1 : a - b;
  });
}

/** The texts as they were written, of values that the columns hold only normalised. */
export interface WrittenValues {
  readonly forms: string[];
  readonly phones: Map<number, string>;
  readonly domains: Map<number, string>;
  readonly streets: string[];
  readonly places: string[];
}

const placeText = ({ city, region, postalCode, country }: Address): string =>
  [city, region, postalCode, country].filter((part) => part !== '').join(', ');

const isSame = (one: Address | undefined, other: Address): boolean =>
  one !== undefined &&
  one.street === other.street &&
  one.city === other.city &&
  one.region === other.region &&
  one.postalCode === other.postalCode;

/**
 * Normalises the records of one side, one by one, into columns. Phone numbers without a country wait until all records
 * are seen and the usual country is known.
 */
export class SideBuilder {
  readonly #vocabulary: VocabularyBuilder;
  /** Kept only where values are to be shown. */
  readonly #written: WrittenValues | null;
  readonly #countries = new Map<string, number>();
  readonly #waiting: { record: number; phones: string[] }[] = [];
  readonly #ids: string[] = [];
  readonly #names: string[] = [];
  readonly #links: string[] = [];
  readonly #flags = new GrowingInts();
  readonly #parentIds: { record: number; id: string }[] = [];
  readonly #forms = new ListsBuilder();
  readonly #phones = new ListsBuilder();
  readonly #emails = new ListsBuilder();
  readonly #domains = new ListsBuilder();
  readonly #addresses = new ListsBuilder();
  readonly #formWords = new ListsBuilder();
  readonly #formNumbers = new ListsBuilder();
  readonly #formJoined = new GrowingInts();
  readonly #formLegal = new GrowingInts();
  readonly #formLength = new GrowingInts();
  readonly #formFlags = new GrowingInts();
  readonly #street = new ListsBuilder();
  readonly #city = new ListsBuilder();
  readonly #number = new GrowingInts();
  readonly #region = new GrowingInts();
  readonly #postcode = new GrowingInts();
  readonly #box = new GrowingInts();

  constructor(vocabulary: VocabularyBuilder, written: WrittenValues | null = null) {
    this.#vocabulary = vocabulary;
    this.#written = written;
  }

  get count(): number {
    return this.#ids.length;
  }

  /** How many records name each country (ISO code). */
  get countries(): ReadonlyMap<string, number> {
    return this.#countries;
  }

  addAccount(account: Account): void {
    this.#add(accountFields(account));
  }

  addCustomer(customer: Customer): void {
    this.#add(customerFields(customer));
  }

  /** Says which ids the parents have that records name otherwise. */
  nameParents(ids: ReadonlyMap<string, string>): void {
    for (const parent of this.#parentIds) parent.id = ids.get(parent.id) ?? parent.id;
  }

  /** The columns. `country` (ISO code) is where a number without a prefix is taken to be from. */
  side(country: string): Side {
    for (const { record, phones } of this.#waiting) this.#addPhones(record, phones, country);
    const { length } = this.#ids;
    const order = inOrderOfId(this.#ids);
    const places = new Int32Array(length);
    order.forEach((record, place) => {
      places[record] = place;
    });
    const placeOf = (record: number): number => places[record] ?? 0;
    const same = (owner: number): number => owner;
    const rows = sharedInts(length);
    rows.set(order);
    const sideFlags = new Uint8Array(new SharedArrayBuffer(length));
    order.forEach((record, place) => {
      sideFlags[place] = this.#flags.at(record);
    });
    const text = (of: readonly string[]) => packStrings(length, (place) => of[order[place] ?? 0] ?? '');
    return {
      count: length,
      ids: text(this.#ids),
      names: text(this.#names),
      rows,
      flags: sideFlags,
      parents: this.#parents(placeOf),
      links: this.#links.length === 0 ? null : text(this.#links),
      forms: this.#forms.lists(length, placeOf),
      phones: this.#phones.lists(length, placeOf),
      emails: this.#emails.lists(length, placeOf),
      domains: this.#domains.lists(length, placeOf),
      addresses: this.#addresses.lists(length, placeOf),
      formWords: this.#formWords.lists(this.#formJoined.length, same),
      formNumbers: this.#formNumbers.lists(this.#formJoined.length, same),
      formJoined: this.#formJoined.shared(),
      formLegal: this.#formLegal.shared(),
      formLength: this.#formLength.shared(),
      formFlags: this.#formFlags.shared(),
      street: this.#street.lists(this.#number.length, same),
      city: this.#city.lists(this.#number.length, same),
      number: this.#number.shared(),
      region: this.#region.shared(),
      postcode: this.#postcode.shared(),
      box: this.#box.shared(),
    };
  }

  #parents(placeOf: (record: number) => number): Int32Array {
    const parents = sharedInts(this.count).fill(none);
    if (this.#parentIds.length === 0) return parents;
    const wanted = new Set(this.#parentIds.map(({ id }) => id));
    const records = new Map<string, number>();
    this.#ids.forEach((id, record) => {
      if (wanted.has(id)) records.set(id, record);
    });
    for (const { record, id } of this.#parentIds) {
      const parent = records.get(id);
      if (parent !== undefined && parent !== record) parents[placeOf(record)] = placeOf(parent);
    }
    return parents;
  }

  #add(fields: Fields): void {
    const record = this.#ids.length;
    this.#ids.push(fields.id);
    this.#names.push(fields.name);
    this.#flags.push(fields.flags);
    if (fields.parentId !== '') this.#parentIds.push({ record, id: fields.parentId });
    if (fields.link !== '') {
      while (this.#links.length < record) this.#links.push('');
      this.#links.push(fields.link);
    }
    const names = this.#addNames(record, fields.names);
    const named = fields.addresses.find(({ country }) => country !== '')?.country ?? '';
    const country = countryCode(named);
    if (country !== '') this.#countries.set(country, (this.#countries.get(country) ?? 0) + 1);
    const phones = fields.phones.filter((phone) => phone !== '');
    if (phones.length > 0) {
      if (country === '') this.#waiting.push({ record, phones });
      else this.#addPhones(record, phones, country);
    }
    const emails = fields.emails.flatMap(normalEmails);
    this.#addEmails(record, emails, fields.website);
    if (names.length < 2 && emails.length > 0) this.#addMailboxNames(record, names[0] ?? null, emails);
    const [first, second] = fields.addresses;
    if (first !== undefined) this.#addAddress(record, first);
    if (second !== undefined && !isSame(first, second)) this.#addAddress(record, second);
  }

  /** Gives the names as they are read. */
  #addNames(record: number, names: readonly string[]): NamedForm[] {
    const found: NamedForm[] = [];
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] ?? '';
      if (name === '' || names.indexOf(name) !== index) continue;
      for (const { words, legalForm, branch } of normalNames(name)) {
        const form = { words, legalForm, branch, written: name };
        if (found.length === mostNames || found.some((other) => isSameForm(form, other))) continue;
        found.push(form);
        this.#addForm(record, form, 0);
      }
    }
    return found;
  }

  #addForm(record: number, { words, legalForm, branch, written }: NamedForm, besides: number): void {
    const form = this.#formJoined.length;
    this.#forms.add(record, form);
    for (const word of words) this.#formWords.add(form, this.#vocabulary.id('word', word));
    for (const part of branch)
      if (onlyDigits.test(part)) this.#formNumbers.add(form, this.#vocabulary.id('word', part));
    this.#formJoined.push(this.#vocabulary.id('joined', words.join('')));
    this.#formLegal.push(this.#vocabulary.id('legalForm', legalForm));
    this.#formLength.push(written.length);
    this.#formFlags.push(
      besides |
        (fewCapitals.test(written) ? formFlags.capitals : 0) |
        (smallLetter.test(written) ? formFlags.smallLetters : 0),
    );
    this.#written?.forms.push(written);
  }

  /** A person's name of one word, or none, completed from the mailbox: "Eleanor" with e.richards@… is Eleanor Richards. */
  #addMailboxNames(record: number, known: NamedForm | null, emails: readonly NormalEmail[]): void {
    if (known !== null && (known.words.length > 1 || known.legalForm !== '')) return;
    const own = known?.words ?? [];
    for (const { mailbox, domain, free, address } of emails.slice(0, mostNames - 1)) {
      if (!free && own[0] !== undefined && domain.startsWith(own[0])) continue;
      const words = nameFromMailbox(own, mailbox);
      const written = known === null ? address : `${known.written} (${address})`;
      if (words.length > 0)
        this.#addForm(record, { words, legalForm: '', branch: [], written }, formFlags.fromMailbox);
    }
  }

  #addPhones(record: number, written: readonly string[], country: string): void {
    const seen: number[] = [];
    for (const field of written) {
      for (const { full, local, written: text } of normalPhones(field, country)) {
        const phone = this.#vocabulary.phone(full, local);
        if (seen.includes(phone) || seen.length === mostValues) continue;
        seen.push(phone);
        this.#phones.add(record, phone);
        this.#written?.phones.set(phone, text);
      }
    }
  }

  #addEmails(record: number, emails: readonly NormalEmail[], website: string): void {
    const domains: number[] = [];
    const addDomain = (domain: number, fromEmail: number, text: string): void => {
      if (domains.includes(domain) || this.#vocabulary.labelOf(domain) === none) return;
      domains.push(domain);
      this.#domains.add(record, domain * 2 + fromEmail);
      this.#written?.domains.set(domain, text);
    };
    const site = website === '' ? null : normalWebsite(website);
    if (site !== null)
      addDomain(
        this.#vocabulary.domain(site.domain, () => site.label),
        0,
        website,
      );
    const seen: number[] = [];
    for (const { address, mailbox, domain, free, role } of emails) {
      const at = free ? none : this.#vocabulary.domain(domain, () => ownDomain(domain)?.label ?? null);
      const email = this.#vocabulary.email(address, mailbox.length, role ? 1 : 0, at);
      if (seen.includes(email) || seen.length === mostValues) continue;
      seen.push(email);
      this.#emails.add(record, email);
      if (at !== none) addDomain(at, 1, address);
    }
  }

  #addAddress(record: number, address: Address): void {
    const normal = normalAddress(address);
    if (normal === null) return;
    const { number, street, city, region, postcode } = normal;
    const at = this.#number.length;
    const vocabulary = this.#vocabulary;
    this.#addresses.add(record, at);
    this.#number.push(number === '' ? none : vocabulary.id('number', number));
    for (const word of street) this.#street.add(at, vocabulary.id('street', word));
    for (const word of city) this.#city.add(at, vocabulary.id('city', word));
    this.#region.push(region === '' ? none : vocabulary.id('region', region));
    this.#postcode.push(postcode === '' ? none : vocabulary.id('postcode', postcode));
    this.#box.push(street[0] === 'pobox' ? 1 : 0);
    this.#written?.streets.push(address.street.replaceAll('\n', ', '));
    this.#written?.places.push(placeText(address));
  }
}
