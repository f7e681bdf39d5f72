import type { Evidence, EvidenceField, Pair } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { bandOf } from './bands.ts';
import { compare } from './compare/index.ts';
import { type Comparison, comparisons, levelAt, type Outcome } from './compare/levels.ts';
import { accountFeatures, customerFeatures, type Features } from './features.ts';
import type { Sizes } from './frequency.ts';
import { lexiconOf, type MatchModel } from './model.ts';
import { reasonFor } from './reason.ts';
import {
  bitsOfOne,
  inactiveBits,
  logOdds,
  outcomeBits,
  probability,
  type Rules,
  rulesOf,
  subCustomerBits,
} from './weigh.ts';

const fieldOf: Record<Comparison, EvidenceField> = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  website: 'website',
  street: 'address',
  place: 'address',
};

/** What the customer's own standing adds to the prior. */
export function customerPrior({ active, parentId, job, isProject }: Customer): number {
  return (active ? 0 : inactiveBits) + (parentId !== '' || job || isProject ? subCustomerBits : 0);
}

function priorEvidence(prior: number, customer: Customer): Evidence {
  const bits = prior + customerPrior(customer);
  const label = !customer.active
    ? 'Before comparing; the customer is inactive'
    : customerPrior(customer) < 0
      ? 'Before comparing; the customer is a sub-customer'
      : 'Before comparing';
  const level = !customer.active ? 'inactive' : customerPrior(customer) < 0 ? 'sub-customer' : 'usual';
  return { field: 'prior', level, label, bits, accountValue: '', customerValue: '' };
}

/** A name of rare words and a number that many share are said to be so. */
function labelOf(comparison: Comparison, { level, chanceBits }: Outcome, sizes: Sizes): string {
  const { label, speaks } = levelAt(comparison, level);
  if (chanceBits === null || speaks !== 'for') return label;
  const one = bitsOfOne(sizes);
  if (comparison === 'name') {
    if (chanceBits >= one + 2) return `${label}, rare words`;
    return chanceBits < one - 2 ? `${label}, common words` : label;
  }
  if (comparison !== 'phone' && comparison !== 'email' && comparison !== 'website') return label;
  const sharing = Math.round(2 ** (one - chanceBits));
  return sharing >= 2 && sharing < 1e6 ? `${label}, but about ${sharing + 1} names share it` : label;
}

/** What the weights of a pair depend on besides the two records. */
export interface Weighing {
  readonly prior: number;
  readonly rules: Rules;
  readonly sizes: Sizes;
}

/** The evidence for a pair of records: the prior, then each comparison where at least one side has a value. */
export function evidenceFor(
  account: Features,
  customer: Features,
  record: Customer,
  { prior, rules, sizes }: Weighing,
): Evidence[] {
  const found = compare(account, customer);
  const first = priorEvidence(prior, record);
  const bits = outcomeBits(found, first.bits, rules);
  const compared = comparisons.map((comparison, index): Evidence => {
    const one = found[comparison];
    return {
      field: fieldOf[comparison],
      level: levelAt(comparison, one.level).id,
      label: labelOf(comparison, one, sizes),
      bits: bits[index] ?? 0,
      accountValue: one.accountValue,
      customerValue: one.customerValue,
    };
  });
  return [first, ...compared.filter((one) => one.accountValue !== '' || one.customerValue !== '')];
}

const noticed = 0.005;

/**
 * The pair with its evidence. `scoreBits` are its log2 odds after competition; what they differ from the evidence
 * becomes an entry of its own, so that the bits always add up to the score.
 */
export function pairOf(
  account: Account,
  customer: Customer,
  evidence: readonly Evidence[],
  scoreBits: number,
  competition: string,
): Pair {
  const score = probability(scoreBits);
  const lowered = logOdds(score) - evidence.reduce((sum, { bits }) => sum + bits, 0);
  const rivals: Evidence[] =
    Math.abs(lowered) < noticed
      ? []
      : [
          {
            field: 'competition',
            level: 'rivals',
            label: competition,
            bits: lowered,
            accountValue: '',
            customerValue: '',
          },
        ];
  return {
    accountId: account.id,
    customerId: customer.id,
    score,
    band: bandOf(score, evidence),
    reason: reasonFor(evidence),
    evidence: [...evidence, ...rivals],
  };
}

/**
 * The evidence for any pair, such as a customer that a person found by searching, with the weights and frequencies of
 * an earlier match. The score is the one before competition.
 */
export function explainPair(account: Account, customer: Customer, model: MatchModel): Pair {
  const lexicon = lexiconOf(model);
  const evidence = evidenceFor(
    accountFeatures(account, lexicon, model.country),
    customerFeatures(customer, lexicon, model.country),
    customer,
    { prior: model.prior, rules: rulesOf(model.weights, lexicon.sizes), sizes: lexicon.sizes },
  );
  const total = evidence.reduce((sum, { bits }) => sum + bits, 0);
  return pairOf(account, customer, evidence, total, '');
}
