import type { Evidence, Pair, PairOutline } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { WrittenValues } from './columns/side-builder.ts';
import { type Compared, Comparer } from './compare/comparer.ts';
import type { Context } from './compare/context.ts';
import { at, comparisons } from './compare/levels.ts';
import { contextOfSome, contextOfTwo } from './compare/small-context.ts';
import { evidenceFor, pairOf } from './evidence.ts';
import { knownCounts, type MatchModel } from './model.ts';
import { PairTable } from './pair-table.ts';
import { textAt } from './terms/dictionary.ts';
import { logOdds, Rules } from './weigh.ts';

interface Values {
  readonly account: string;
  readonly customer: string;
}

/** The values that each comparison looked at, as written. */
function valuesOf(
  { email, name, phone, street, place, website }: Compared,
  context: Context,
  account: WrittenValues,
  customer: WrittenValues,
): Record<keyof Compared, Values> {
  const emailText = (id: number, { accounts, customers }: Context, side: 'account' | 'customer'): string => {
    const { values } = (side === 'account' ? accounts : customers).emails;
    const shown = id === -1 ? (values[0] ?? -1) : id;
    return shown === -1 ? '' : textAt(context.vocabulary.texts.email, shown);
  };
  const first = (values: Map<number, string>): string => values.values().next().value ?? '';
  const domainText = ({ domains, forms }: WrittenValues, value: number): string => {
    if (website.level === at.website.name && domains.size === 0) return forms[0] ?? '';
    return value === -1 || website.level === at.website.name
      ? first(domains)
      : (domains.get(value >> 1) ?? '');
  };
  return {
    name: {
      account: account.forms[Math.max(0, name.account)] ?? '',
      customer: customer.forms[Math.max(0, name.customer)] ?? '',
    },
    email: {
      account: emailText(email.account, context, 'account'),
      customer: emailText(email.customer, context, 'customer'),
    },
    phone: {
      account: account.phones.get(phone.account) ?? first(account.phones),
      customer: customer.phones.get(phone.customer) ?? first(customer.phones),
    },
    website: {
      account: domainText(account, website.account),
      customer: domainText(customer, website.customer),
    },
    street: {
      account: account.streets[Math.max(0, street.account)] ?? '',
      customer: customer.streets[Math.max(0, street.customer)] ?? '',
    },
    place: {
      account: account.places[Math.max(0, place.account)] ?? '',
      customer: customer.places[Math.max(0, place.customer)] ?? '',
    },
  };
}

/**
 * The evidence for any pair, such as a customer that a person found by searching, with the weights and frequencies of
 * an earlier match and both values of each comparison. `score` is the one of that match, after competition; without it
 * the score is the one before.
 */
export function explainPair(
  account: Account,
  customer: Customer,
  model: MatchModel,
  score: number | null = null,
): Pair {
  const sizes = { accounts: model.accounts, customers: model.customers };
  const { context, written } = contextOfTwo(account, customer, {
    country: model.country,
    sizes,
    countOf: knownCounts(model),
  });
  const compared = new Comparer(context).compare(0, 0);
  const pairs = new PairTable(1);
  pairs.add(0, 0, compared);
  const weighing = { prior: model.prior, rules: new Rules(model.weights, sizes), sizes };
  const values = valuesOf(compared, context, written.account, written.customer);
  const evidence = withValues(evidenceFor(context, pairs, 0, weighing), values);
  const total = evidence.reduce((sum, { bits }) => sum + bits, 0);
  const bits = score === null ? total : logOdds(score);
  return pairOf(account.id, customer.id, evidence, bits, 'Others fit as well');
}

/**
 * Pairs in their order, as {@link explainPair} gives each, but in outline and far faster: all records are read into one set
 * of columns, each once.
 */
export function comparePairs(
  pairs: readonly (readonly [Account, Customer])[],
  model: MatchModel,
): PairOutline[] {
  const sizes = { accounts: model.accounts, customers: model.customers };
  const { country } = model;
  const accounts = new Map(pairs.map(([account]) => [account.id, account]));
  const customers = new Map(pairs.map(([, customer]) => [customer.id, customer]));
  const surroundings = { country, sizes, countOf: knownCounts(model) };
  const context = contextOfSome([...accounts.values()], [...customers.values()], surroundings);
  const accountAt = placesById([...accounts.keys()], context.accounts.rows);
  const customerAt = placesById([...customers.keys()], context.customers.rows);
  const comparer = new Comparer(context);
  const weighing = { prior: model.prior, rules: new Rules(model.weights, sizes), sizes };
  const table = new PairTable(pairs.length);
  return pairs.map(([{ id: accountId }, { id: customerId }], place) => {
    const account = accountAt.get(accountId) ?? 0;
    const customer = customerAt.get(customerId) ?? 0;
    table.add(account, customer, comparer.compare(account, customer));
    const evidence = evidenceFor(context, table, place, weighing);
    const bits = evidence.reduce((sum, one) => sum + one.bits, 0);
    const { evidence: _, ...pair } = pairOf(accountId, customerId, evidence, bits, 'Others fit as well');
    return pair;
  });
}

/** Where each record stands in the columns, given the row that each place there had. */
function placesById<Id>(ids: readonly Id[], rows: Int32Array): Map<Id | undefined, number> {
  return new Map(Array.from(rows, (row, place) => [ids[row], place]));
}

/**
 * A pair of a finished match with both values of each comparison filled in; its numbers stay those of that match.
 */
export function describePair(pair: Pair, account: Account, customer: Customer, model: MatchModel): Pair {
  const described = explainPair(account, customer, model, pair.score).evidence;
  const evidence = pair.evidence.map((one, index) => {
    const same = described[index];
    if (same === undefined || same.field !== one.field || same.level !== one.level) return one;
    return { ...one, accountValue: same.accountValue, customerValue: same.customerValue };
  });
  return { ...pair, evidence };
}

/** Street and place are both evidence of the address; the street comes first. */
function withValues(evidence: readonly Evidence[], values: Record<keyof Compared, Values>): Evidence[] {
  let addresses = evidence.filter(({ field }) => field === 'address').length;
  const comparisonOf = ({ field, level }: Evidence): keyof Compared | undefined => {
    if (field !== 'address') return comparisons.find((comparison) => comparison === field);
    addresses -= 1;
    return addresses === 1 || (addresses === 0 && level in at.street && !(level in at.place))
      ? 'street'
      : 'place';
  };
  return evidence.map((one) => {
    const comparison = comparisonOf(one);
    if (comparison === undefined) return one;
    const { account, customer } = values[comparison];
    return { ...one, accountValue: account, customerValue: customer };
  });
}
