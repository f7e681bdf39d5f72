import { Gathering, type Sides, usualCountry } from '#app/match/index.ts';
import type { Account, Customer } from '#shared/records.ts';
import { SideBuilder } from '../../../app/match/columns/side-builder.ts';
import type { Context } from '../../../app/match/compare/context.ts';
import { countTerms } from '../../../app/match/terms/count.ts';
import { type CountedKind, isIdentifier } from '../../../app/match/terms/kinds.ts';
import { shapesOf, termTables } from '../../../app/match/terms/term-tables.ts';
import { VocabularyBuilder } from '../../../app/match/terms/vocabulary.ts';

/** Both sides of a match of these records. */
export function sidesOf(accounts: readonly Account[], customers: readonly Customer[]): Sides {
  const left = new Gathering();
  const right = new Gathering(left.vocabulary);
  for (const one of accounts) left.addAccount(one);
  for (const one of customers) right.addCustomer(one);
  const country = usualCountry(left.countries, right.countries);
  const { vocabulary } = left;
  return { accounts: left.side(country), customers: right.side(country), vocabulary, country };
}

/** A context of these records, counted as a match counts them, and the builder of its vocabulary. */
export function contextOf(
  accounts: readonly Account[],
  customers: readonly Customer[],
): { readonly context: Context; readonly builder: VocabularyBuilder; readonly country: string } {
  const builder = new VocabularyBuilder();
  const [left, right] = [new SideBuilder(builder), new SideBuilder(builder)];
  for (const one of accounts) left.addAccount(one);
  for (const one of customers) right.addCustomer(one);
  const country = usualCountry(left.countries, right.countries);
  const sides = { accounts: left.side(country), customers: right.side(country) };
  return { context: counted(sides, builder), builder, country };
}

/** A context of two sides whose values this builder knows. */
export function counted(sides: Pick<Context, 'accounts' | 'customers'>, builder: VocabularyBuilder): Context {
  const { accounts, customers } = sides;
  const vocabulary = builder.vocabulary();
  const open = { accounts: new Uint8Array(accounts.count), customers: new Uint8Array(customers.count) };
  const counts = countTerms(accounts, customers, open, vocabulary, builder);
  const sizes = { accounts: accounts.count, customers: customers.count };
  const tables = termTables(builder, sizes, (kind) => counts[kind]);
  return { ...sides, vocabulary, tables, shapes: shapesOf(vocabulary) };
}

/** How many records have a value, -1 when no record does. */
export function countOf(
  { context, builder }: ReturnType<typeof contextOf>,
  kind: CountedKind,
  text: string,
): number {
  return context.tables[kind].counts[builder.find(kind, text)] ?? -1;
}

/** Counts for every kind of value: identifiers as given, everything else rare. */
export const identifierCounts =
  (counts: ReadonlyMap<string, number>) =>
  (kind: CountedKind, text: string): number =>
    isIdentifier(kind) ? (counts.get(text) ?? 0) : 0;
