import { GrowingInts } from '../columns/growing-ints.ts';
import { Dictionary, type Texts } from './dictionary.ts';
import { type Kind, kinds, perKind } from './kinds.ts';
import { phoneText } from './phone-text.ts';

/** Stands for "none" where an id of a value is expected. */
export const none = -1;

/** All values of a match with what is known of each by itself, for threads to share. */
export interface Vocabulary {
  readonly texts: Readonly<Record<Kind, Texts>>;
  /** 1 for each phone number whose area is known; the others begin with `~`. */
  readonly phoneHasArea: Int32Array;
  /** So many letters of each e-mail address are its mailbox. */
  readonly emailMailbox: Int32Array;
  /** 1 where the mailbox is an office and no person. */
  readonly emailIsRole: Int32Array;
  /** `none` at a provider where anyone can have an address. */
  readonly emailDomain: Int32Array;
  /** `none` for a host that names nobody. */
  readonly domainLabel: Int32Array;
}

/** New ids of another vocabulary's values, by kind. */
export type Renaming = Readonly<Record<Kind, Int32Array>>;

/** Collects the values of records. */
export class VocabularyBuilder {
  readonly #dictionaries: Record<Kind, Dictionary>;
  readonly #phoneHasArea = new GrowingInts();
  readonly #emailMailbox = new GrowingInts();
  readonly #emailIsRole = new GrowingInts();
  readonly #emailDomain = new GrowingInts();
  readonly #domainLabel = new GrowingInts();

  constructor(expected = 16) {
    this.#dictionaries = perKind(() => new Dictionary(expected));
  }

  /** The id of a value that is nothing but its text. */
  id(kind: Kind, text: string): number {
    return this.#dictionaries[kind].intern(text);
  }

  /** The id of a value, -1 if it was never seen. */
  find(kind: Kind, text: string): number {
    return this.#dictionaries[kind].find(text);
  }

  /** `full` is E.164 without the plus, `''` for a number without an area code. */
  phone(full: string, local: string): number {
    const id = this.id('phone', phoneText(full, local));
    if (id === this.#phoneHasArea.length) this.#phoneHasArea.push(full === '' ? 0 : 1);
    return id;
  }

  /** `mailbox` is its length, `isRole` 1 for an office; `domain` is the id of the registrable domain, `none` for a free provider's. */
  email(address: string, mailbox: number, isRole: number, domain: number): number {
    const id = this.id('email', address);
    if (id === this.#emailMailbox.length) {
      this.#emailMailbox.push(mailbox);
      this.#emailIsRole.push(isRole);
      this.#emailDomain.push(domain);
    }
    return id;
  }

  /** `label` is the domain without its public suffix, null where the host names nobody. */
  domain(domain: string, label: () => string | null): number {
    const id = this.id('domain', domain);
    if (id === this.#domainLabel.length) {
      const text = label();
      this.#domainLabel.push(text === null ? none : this.id('label', text));
    }
    return id;
  }

  labelOf(domain: number): number {
    return this.#domainLabel.at(domain);
  }

  /** Takes in all values of another vocabulary; gives their ids here. */
  adopt(other: Vocabulary): Renaming {
    const renaming = perKind((kind) => new Int32Array(other.texts[kind].count).fill(none));
    const take = (kind: Kind, id: number): number => {
      const known = renaming[kind][id] ?? none;
      if (known !== none) return known;
      const taken = this.#dictionaries[kind].take(other.texts[kind], id);
      renaming[kind][id] = taken;
      return taken;
    };
    const adopted: Partial<Record<Kind, (id: number) => void>> = {
      phone: (id) => {
        if (take('phone', id) === this.#phoneHasArea.length)
          this.#phoneHasArea.push(other.phoneHasArea[id] ?? 0);
      },
      email: (id) => {
        const domain = other.emailDomain[id] ?? none;
        const at = domain === none ? none : adoptDomain(domain);
        if (take('email', id) !== this.#emailMailbox.length) return;
        this.#emailMailbox.push(other.emailMailbox[id] ?? 0);
        this.#emailIsRole.push(other.emailIsRole[id] ?? 0);
        this.#emailDomain.push(at);
      },
      domain: (id) => adoptDomain(id),
    };
    const adoptDomain = (id: number): number => {
      const domain = take('domain', id);
      if (domain === this.#domainLabel.length) {
        const label = other.domainLabel[id] ?? none;
        this.#domainLabel.push(label === none ? none : take('label', label));
      }
      return domain;
    };
    for (const kind of kinds) {
      const adopt = adopted[kind] ?? ((id: number) => take(kind, id));
      for (let id = 0; id < renaming[kind].length; id += 1) adopt(id);
    }
    return renaming;
  }

  vocabulary(): Vocabulary {
    return {
      texts: perKind((kind) => this.#dictionaries[kind].texts()),
      phoneHasArea: this.#phoneHasArea.shared(),
      emailMailbox: this.#emailMailbox.shared(),
      emailIsRole: this.#emailIsRole.shared(),
      emailDomain: this.#emailDomain.shared(),
      domainLabel: this.#domainLabel.shared(),
    };
  }
}
