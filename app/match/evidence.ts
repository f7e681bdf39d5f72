import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Evidence, EvidenceField, Pair } from '#shared/pairs.ts';
import { bandOf } from './bands.ts';
import type { Lists } from './columns/lists.ts';
import { flags, type Side } from './columns/side.ts';
import { stringAt } from './columns/strings.ts';
import type { Context } from './compare/context.ts';
import { at, type Comparison, comparisons, levelAt } from './compare/levels.ts';
import { bitsOf, chanceOf, levelOf, type PairColumns } from './pair-table.ts';
import { reasonFor } from './reason.ts';
import { standingBits } from './standing.ts';
import type { Sizes } from './terms/rarity.ts';
import { none } from './terms/vocabulary.ts';
import { bitsOfOne, limited, logOdds, probability, type Rules } from './weigh.ts';

const fieldOf: Record<Comparison, EvidenceField> = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  website: 'website',
  street: 'address',
  place: 'address',
};

function priorEvidence(prior: number, standing: number): Evidence {
  const bits = prior + standingBits(standing);
  const [level, label] =
    (standing & flags.inactive) !== 0
      ? ['inactive', 'Before comparing; the customer is inactive']
      : (standing & flags.subCustomer) !== 0
        ? ['sub-customer', 'Before comparing; the customer is a sub-customer']
        : ['usual', 'Before comparing'];
  return { field: 'prior', level, label, bits, accountValue: '', customerValue: '' };
}

/** An identifier of fewer bits is one that a person pinned as shared, or that all records have. */
const leastChance = 0.1;

/** A name of rare words and a number that many share are said to be so. */
function labelOf(comparison: Comparison, level: number, chance: number, sizes: Sizes): string {
  const { label, speaks } = levelAt(comparison, level);
  if (Number.isNaN(chance) || speaks !== 'for') return label;
  const one = bitsOfOne(sizes);
  if (comparison === 'name') {
    if (chance >= one + 2) return `${label}, rare words`;
    return chance < one - 2 ? `${label}, common words` : label;
  }
  if (comparison !== 'phone' && comparison !== 'email' && comparison !== 'website') return label;
  const sharing = Math.round(2 ** (one - chance));
  if (chance < leastChance) return `${label}, but says nothing: everybody may have it`;
  return sharing >= 2 && sharing < 1e6 ? `${label}, but about ${sharing + 1} names share it` : label;
}

const some = ({ starts }: Lists, owner: number): boolean => starts[owner] !== starts[owner + 1];

/** Whether a record has anything to compare. */
function hasValue(comparison: Comparison, side: Side, record: number): boolean {
  if (comparison === 'name') return some(side.forms, record);
  if (comparison === 'email') return some(side.emails, record);
  if (comparison === 'phone') return some(side.phones, record);
  if (comparison === 'website') return some(side.domains, record);
  const { starts, values } = side.addresses;
  for (let place = starts[record] ?? 0; place < (starts[record + 1] ?? 0); place += 1) {
    const address = values[place] ?? 0;
    const found =
      comparison === 'street'
        ? side.number[address] !== none || some(side.street, address)
        : side.postcode[address] !== none || side.region[address] !== none || some(side.city, address);
    if (found) return true;
  }
  return false;
}

/** What the weights of a pair depend on besides what its comparisons found. */
export interface Weighing {
  readonly prior: number;
  readonly rules: Rules;
  readonly sizes: Sizes;
}

/**
 * The evidence for a pair: the prior, then each comparison where at least one side has a value. The values themselves
 * are left empty.
 */
export function evidenceFor(
  { accounts, customers }: Pick<Context, 'accounts' | 'customers'>,
  pairs: PairColumns,
  pair: number,
  { prior, rules, sizes }: Weighing,
): Evidence[] {
  const account = pairs.accounts[pair] ?? 0;
  const customer = pairs.customers[pair] ?? 0;
  const first = priorEvidence(prior, customers.flags[customer] ?? 0);
  const bits = limited(first.bits, bitsOf(pairs, pair, rules));
  const evidence = [first];
  comparisons.forEach((comparison, index) => {
    const level = levelOf(pairs, pair, index);
    const isMissing = level === at[comparison].missing;
    const isKnown = hasValue(comparison, accounts, account) || hasValue(comparison, customers, customer);
    if (isMissing && !isKnown) return;
    evidence.push({
      field: fieldOf[comparison],
      level: levelAt(comparison, level).id,
      label: labelOf(comparison, level, chanceOf(pairs, pair, index), sizes),
      bits: bits[index] ?? 0,
      accountValue: '',
      customerValue: '',
    });
  });
  return evidence;
}

/** What the evidence for a pair and its log2 odds after competition come to. */
export function judged(
  evidence: readonly Evidence[],
  scoreBits: number,
): Pick<Pair, 'score' | 'band' | 'reason'> {
  const score = probability(scoreBits);
  return { score, band: bandOf(score, evidence), reason: reasonFor(evidence) };
}

const noticed = 0.005;

/**
 * The pair with its evidence. `scoreBits` are its log2 odds after competition; what they differ from the evidence
 * becomes an entry of its own, so that the bits always add up to the score.
 */
export function pairOf(
  accountId: AccountId,
  customerId: CustomerId,
  evidence: readonly Evidence[],
  scoreBits: number,
  competition: string,
): Pair {
  const judgement = judged(evidence, scoreBits);
  const lowered = logOdds(judgement.score) - evidence.reduce((sum, { bits }) => sum + bits, 0);
  const isLowered = Math.abs(lowered) >= noticed;
  const rivals: Evidence[] = isLowered
    ? [
        {
          field: 'competition',
          level: 'rivals',
          label: competition,
          bits: lowered,
          accountValue: '',
          customerValue: '',
        },
      ]
    : [];
  return { accountId, customerId, ...judgement, evidence: [...evidence, ...rivals] };
}

// The columns were filled from records, whose ids were checked; here only their absence is told.
const isAccountId = (id: string): id is AccountId => id !== '';
const isCustomerId = (id: string): id is CustomerId => id !== '';

/** The id of the account at a place. */
export function accountIdAt({ ids }: Side, place: number): AccountId {
  const id = stringAt(ids, place);
  if (!isAccountId(id)) throw new RangeError(`No account at ${place}`);
  return id;
}

/** The id of the customer at a place. */
export function customerIdAt({ ids }: Side, place: number): CustomerId {
  const id = stringAt(ids, place);
  if (!isCustomerId(id)) throw new RangeError(`No customer at ${place}`);
  return id;
}
