import { Gathering, type Pace, type Sides, usualCountry } from '#app/match/index.ts';
import type { RecordReader } from '#app/project/index.ts';
import type { Hooks } from '#app/sources/index.ts';
import { readCustomersAside, readCustomersHere } from '../gather/index.ts';

const step = 'Reading names and addresses';
/** With fewer customers another thread costs more than it saves. */
const worthThread = 20_000;

/**
 * Reads and normalises both sides of a project, the customers of a large one in a thread of their own.
 * Errors: `cancelled`, and `internal` when that thread fails.
 */
export async function readSides(
  path: string,
  records: RecordReader,
  hooks: Hooks,
  pace: Pace,
): Promise<Sides> {
  const source = { kind: 'project', path } as const;
  const isLarge = records.size('quickbooks') >= worthThread;
  const total = records.size('salesforce') + (isLarge ? 0 : records.size('quickbooks'));
  const reading = isLarge ? readCustomersAside(source, hooks) : null;
  reading?.catch(() => {});
  const accounts = new Gathering();
  for (const batch of records.accountBatches()) {
    for (const account of batch) accounts.addAccount(account);
    await pace.rest(step, accounts.count, total);
  }
  const restAfterBatch = (): Promise<void> => pace.rest(step, accounts.count, total);
  const customers = await (reading ?? readCustomersHere(source, accounts.vocabulary, hooks, restAfterBatch));
  const country = usualCountry(accounts.countries, customers.countries);
  const { vocabulary } = accounts;
  return {
    accounts: accounts.side(country),
    customers: await customers.side(country, vocabulary),
    vocabulary,
    country,
  };
}
