import type { Account, Customer } from '#shared/records.ts';
import { Comparer } from '../../../../app/match/compare/comparer.ts';
import { type Comparison, levelAt } from '../../../../app/match/compare/levels.ts';
import { contextOfTwo, type Surroundings } from '../../../../app/match/compare/small-context.ts';
import { account, customer } from '../records.ts';
import { identifierCounts } from '../sides.ts';

/** A thousand records on each side, in which one phone number and one e-mail address are a bookkeeper's. */
export const surroundings: Surroundings = {
  country: 'US',
  sizes: { accounts: 1000, customers: 1000 },
  countOf: identifierCounts(
    new Map([
      ['13125550100', 40],
      ['info@books.com', 40],
    ]),
  ),
};

/** The level at which an account and a customer with these fields are. */
export function levelOf(comparison: Comparison, a: Partial<Account>, c: Partial<Customer>): string {
  const { context } = contextOfTwo(account('A', a), customer('C', c), surroundings);
  return levelAt(comparison, new Comparer(context).compare(0, 0)[comparison].level).id;
}
