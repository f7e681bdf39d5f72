import type { Account, Customer } from '#shared/records.ts';
import { SideBuilder, type WrittenValues } from '../columns/side-builder.ts';
import { textAt } from '../terms/dictionary.ts';
import type { CountedKind } from '../terms/kinds.ts';
import type { Sizes } from '../terms/rarity.ts';
import { shapesOf, termTables } from '../terms/term-tables.ts';
import { VocabularyBuilder } from '../terms/vocabulary.ts';
import type { Context } from './context.ts';

/** What is known of the data that two records come from. */
export interface Surroundings {
  /** Where a phone number without a prefix is taken to be from (ISO code). */
  readonly country: string;
  readonly sizes: Sizes;
  /** How many records have a value. */
  readonly countOf: (kind: CountedKind, text: string) => number;
}

const nothing = (): WrittenValues => ({
  forms: [],
  phones: new Map(),
  domains: new Map(),
  streets: [],
  places: [],
});

/** One account and one customer, each at place 0 of its side, ready to compare; with their values as written. */
export function contextOfTwo(
  account: Account,
  customer: Customer,
  surroundings: Surroundings,
): { context: Context; written: { account: WrittenValues; customer: WrittenValues } } {
  const written = { account: nothing(), customer: nothing() };
  return { context: contextOf([account], [customer], surroundings, written), written };
}

/** Some accounts and customers, ready to compare; the rows of each side say where a record stands. */
export function contextOfSome(
  accounts: readonly Account[],
  customers: readonly Customer[],
  surroundings: Surroundings,
): Context {
  return contextOf(accounts, customers, surroundings, null);
}

function contextOf(
  accounts: readonly Account[],
  customers: readonly Customer[],
  { country, sizes, countOf }: Surroundings,
  written: { readonly account: WrittenValues; readonly customer: WrittenValues } | null,
): Context {
  const builder = new VocabularyBuilder();
  const left = new SideBuilder(builder, written?.account);
  const right = new SideBuilder(builder, written?.customer);
  for (const account of accounts) left.addAccount(account);
  for (const customer of customers) right.addCustomer(customer);
  const [accountSide, customerSide] = [left.side(country), right.side(country)];
  const vocabulary = builder.vocabulary();
  const tables = termTables(builder, sizes, (kind) => {
    const texts = vocabulary.texts[kind];
    return Int32Array.from({ length: texts.count }, (_, id) => countOf(kind, textAt(texts, id)));
  });
  return { accounts: accountSide, customers: customerSide, vocabulary, tables, shapes: shapesOf(vocabulary) };
}
