import { join } from 'node:path';
import { csvRows } from './csv-rows.ts';
import { pairKey } from './linkage-set.ts';

/**
 * What is right: the number of the business of each right pair. A business with copies on a side has several pairs,
 * each of them right; it counts once as found.
 */
export interface Truth {
  readonly businessOf: ReadonlyMap<string, number>;
  readonly businesses: number;
  /** Businesses of which neither side has a copy; of two copies a matcher that never picks among ties takes none. */
  readonly uncopied: ReadonlySet<number>;
  /** Businesses that a person could not link either; null where nobody counted them. */
  readonly hopeless: number | null;
  /** The accounts that have a match. */
  readonly accounts: ReadonlyMap<string, number>;
}

/** Reads truth.csv of a folder; without a column `business` each pair is one of its own. */
export async function readTruth(folder: string): Promise<Truth> {
  const businessOf = new Map<string, number>();
  const accounts = new Map<string, number>();
  const pairs = new Map<number, number>();
  const hopeless = new Set<number>();
  let counted = false;
  for await (const row of csvRows(join(folder, 'truth.csv'))) {
    const { account_id = '', customer_id = '' } = row;
    const business = Number(row.business ?? businessOf.size);
    businessOf.set(pairKey(account_id, customer_id), business);
    accounts.set(account_id, business);
    pairs.set(business, (pairs.get(business) ?? 0) + 1);
    counted ||= row.hopeless !== undefined;
    if (row.hopeless === '1') hopeless.add(business);
  }
  const uncopied = new Set([...pairs].flatMap(([business, count]) => (count === 1 ? [business] : [])));
  return { businessOf, businesses: pairs.size, uncopied, hopeless: counted ? hopeless.size : null, accounts };
}
