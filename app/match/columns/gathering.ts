import type { Account, Customer } from '#shared/records.ts';
import { type Vocabulary, VocabularyBuilder } from '../terms/vocabulary.ts';
import { rename } from './rename.ts';
import type { Side } from './side.ts';
import { SideBuilder } from './side-builder.ts';

/** A side in columns with the values that its numbers stand for; it can be handed to another thread. */
export interface GatheredSide {
  readonly side: Side;
  readonly vocabulary: Vocabulary;
}

/**
 * Gathers the records of one side, batch by batch, so that they never have to be in memory all at once. `vocabulary`
 * may be shared by two gatherings of one thread.
 */
export class Gathering {
  readonly #builder: SideBuilder;
  readonly vocabulary: VocabularyBuilder;

  constructor(vocabulary = new VocabularyBuilder()) {
    this.vocabulary = vocabulary;
    this.#builder = new SideBuilder(vocabulary);
  }

  get count(): number {
    return this.#builder.count;
  }

  /** How many records name each country (ISO code). */
  get countries(): ReadonlyMap<string, number> {
    return this.#builder.countries;
  }

  addAccount(account: Account): void {
    this.#builder.addAccount(account);
  }

  addCustomer(customer: Customer): void {
    this.#builder.addCustomer(customer);
  }

  /** Says which ids the parents have that records name otherwise. */
  nameParents(ids: ReadonlyMap<string, string>): void {
    this.#builder.nameParents(ids);
  }

  /** The side. `country` (ISO code) is where a phone number without a prefix is taken to be from. */
  side(country: string): Side {
    return this.#builder.side(country);
  }

  /** The side with its values, for another thread. */
  gathered(country: string): GatheredSide {
    const side = this.side(country);
    return { side, vocabulary: this.vocabulary.vocabulary() };
  }
}

/** Takes a side from another thread over into this vocabulary. */
export function adopted({ side, vocabulary }: GatheredSide, into: VocabularyBuilder): Side {
  rename(side, into.adopt(vocabulary));
  return side;
}
