import { type Business, makeBusiness } from './business.ts';
import { Dice, mix, permuted } from './dice.ts';
import type { Rates } from './rates.ts';
import { branchOf, namesakeOf, nearMissOf, sisterOf } from './relatives.ts';

/** What one record of a side is made from. Records of both sides that describe one business bear its number. */
export interface Slot {
  readonly business: Business;
  /** The number of the true pair, or null for a record without a match. */
  readonly pair: number | null;
  /** The number of the pair that a job belongs to. */
  readonly jobOf: number | null;
  /** 0 for the first record of a business on a side, 1 for its copy. */
  readonly copy: 0 | 1;
}

type Side = 'accounts' | 'customers';
const PAIRED = 1;
const BASE = 2;
const BRAND = 3;
const ALONE = { accounts: 4, customers: 5 } as const;
const SHARED = 6;
const SHARE_OF_GROUP = 30;

/**
 * All businesses of a seed. Each is worked out from its number alone, so that any amount of them takes no memory and
 * each side can be written in an order of its own.
 */
export class Universe {
  readonly size: number;
  readonly seed: number;
  readonly rates: Rates;
  readonly pairs: number;
  readonly #copies: number;

  constructor(size: number, seed: number, rates: Rates) {
    this.size = size;
    this.seed = seed;
    this.rates = rates;
    this.#copies = Math.round(size * rates('duplicate'));
    this.pairs = Math.round(size * (1 - rates('unmatched'))) - this.#copies;
  }

  /** The record at a place of a side's file, 0 to `size` − 1; the files are shuffled. */
  slot(side: Side, position: number): Slot {
    const number = permuted(position, this.size, mix(this.seed, ALONE[side]));
    if (number < this.pairs) return { business: this.paired(number), pair: number, jobOf: null, copy: 0 };
    if (number < this.pairs + this.#copies) {
      const pair = mix(this.seed, number, ALONE[side]) % this.pairs;
      return { business: this.paired(pair), pair, jobOf: null, copy: 1 };
    }
    return this.#alone(side, number);
  }

  /** The business of a true pair. */
  paired(number: number): Business {
    const dice = new Dice(this.seed, PAIRED, number);
    const { rates } = this;
    const role = this.#role(number);
    if (role === 'branch') {
      const brand = dice.below(Math.max(1, Math.round((this.pairs * rates('branch')) / 5)));
      return branchOf(this.#brand(brand), dice, rates);
    }
    if (role === 'sister') return sisterOf(this.#base(dice), dice, rates);
    if (role === 'namesake') return namesakeOf(this.#base(dice), dice, rates);
    return this.#own(number);
  }

  /** The number or the mailbox that a record shares with strangers; null for most. */
  shared(kind: 'switchboard' | 'bookkeeper', dice: Dice): Business | null {
    const rate = this.rates(kind);
    if (!dice.chance(rate)) return null;
    const groups = Math.max(1, Math.round((this.size * rate) / SHARE_OF_GROUP));
    const owner = new Dice(this.seed, SHARED, kind.length, dice.below(groups));
    return makeBusiness(owner, this.rates, { kind: 'company' });
  }

  #role(number: number): 'branch' | 'sister' | 'namesake' | 'own' {
    const draw = new Dice(this.seed, BASE, number, 1).next();
    const [branch, sister, namesake] = [this.rates('branch'), this.rates('sister'), this.rates('namesake')];
    if (draw < branch) return 'branch';
    if (draw < branch + sister) return 'sister';
    return draw < branch + sister + namesake ? 'namesake' : 'own';
  }

  #own(number: number): Business {
    const dice = new Dice(this.seed, BASE, number);
    const business = makeBusiness(dice, this.rates);
    const switchboard = this.shared('switchboard', dice);
    return switchboard === null ? business : { ...business, mainLine: switchboard.mainLine };
  }

  #brand(number: number): Business {
    const dice = new Dice(this.seed, BRAND, number);
    const brand = makeBusiness(dice, this.rates, { kind: 'company' });
    return {
      ...brand,
      domain:
        brand.domain === '' ? `${brand.stem.toLowerCase().replaceAll(/[^a-z]/g, '')}.com` : brand.domain,
    };
  }

  #base(dice: Dice): Business {
    let number = dice.below(this.pairs);
    for (let tries = 0; tries < 9 && this.#role(number) !== 'own'; tries += 1)
      number = dice.below(this.pairs);
    return this.#own(number);
  }

  #alone(side: Side, number: number): Slot {
    const dice = new Dice(this.seed, ALONE[side], number);
    const pair = dice.below(this.pairs);
    if (side === 'customers' && dice.chance(this.rates('job'))) {
      return { business: this.paired(pair), pair: null, jobOf: pair, copy: 0 };
    }
    const near = dice.chance(this.rates('nearMiss'));
    const business = near ? nearMissOf(this.paired(pair), dice, this.rates) : makeBusiness(dice, this.rates);
    return { business, pair: null, jobOf: null, copy: 0 };
  }
}
