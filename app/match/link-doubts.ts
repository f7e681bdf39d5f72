import type { LinkDoubt } from '#shared/matching.ts';
import { linkedPlace } from './closed-records.ts';
import { Comparer } from './compare/comparer.ts';
import type { Context } from './compare/context.ts';
import { accountIdAt, customerIdAt, evidenceFor, type Weighing } from './evidence.ts';
import { PairTable } from './pair-table.ts';
import { reasonFor } from './reason.ts';

/** What speaks against a link outweighs what speaks for it by at least so many bits. */
const doubtful = -2;

/**
 * The links that accounts carry already and that the records speak against: name, phone, e-mail and address of account and
 * customer differ more than they agree. A link between records that say nothing is no doubt.
 */
export function* linkDoubts(context: Context, weighing: Weighing): Generator<LinkDoubt | null> {
  const { accounts, customers } = context;
  if (accounts.links === null) return;
  const comparer = new Comparer(context);
  for (let account = 0; account < accounts.count; account += 1) {
    const customer = linkedPlace(accounts.links, account, customers);
    if (customer === -1) continue;
    const pair = new PairTable(1);
    pair.add(account, customer, comparer.compare(account, customer));
    const said = pair.lastOdds(0, weighing.rules);
    if (said > doubtful) {
      yield null;
      continue;
    }
    yield {
      accountId: accountIdAt(accounts, account),
      customerId: customerIdAt(customers, customer),
      reason: reasonFor(evidenceFor(context, pair, 0, weighing)),
    };
  }
}
