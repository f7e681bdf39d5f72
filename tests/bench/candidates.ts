import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Crew, Gathering, Pace, usefulThreads, usualCountry } from '#app/match/index.ts';
import { eachBatch, streamAccountsFile, streamCustomersFile } from '#app/sources/index.ts';
import { noTeaching } from '#shared/matching.ts';
import type { Lists } from '../../app/match/columns/lists.ts';
import type { Side } from '../../app/match/columns/side.ts';
import { placeOfString } from '../../app/match/columns/strings.ts';
import type { Sides } from '../../app/match/ground.ts';
import { finishMatch } from '../../app/match/match-sides.ts';
import { placeOfPair } from '../../app/match/pair-table.ts';
import { csvRows } from './csv-rows.ts';
import { businessSet, usualSets } from './sets.ts';

/**
 * `npm run bench:candidates`: how many right pairs are among those that the matcher weighed, whatever it then made of
 * them. Pairs that a person could not tell either are left out. Sizes of business exports may be given as arguments.
 */
const hooks = { signal: new AbortController().signal, progress: () => {} };

async function sidesIn(folder: string): Promise<Sides> {
  const left = new Gathering();
  const right = new Gathering(left.vocabulary);
  await eachBatch(streamAccountsFile(join(folder, 'accounts.csv'), {}, hooks), (batch) => {
    for (const account of batch) left.addAccount(account);
  });
  const { parents } = await eachBatch(
    streamCustomersFile(join(folder, 'customers.csv'), {}, hooks),
    (batch) => {
      for (const customer of batch) right.addCustomer(customer);
    },
  );
  right.nameParents(parents);
  const country = usualCountry(left.countries, right.countries);
  const { vocabulary } = left;
  return { accounts: left.side(country), customers: right.side(country), vocabulary, country };
}

const has = ({ starts }: Lists, record: number): boolean => starts[record] !== starts[record + 1];
const hasContact = ({ phones, addresses }: Side, record: number): boolean =>
  has(phones, record) || has(addresses, record);

/** A business that is on both sides: whether a right pair was weighed, and whether both have a phone or an address. */
interface Business {
  readonly found: boolean;
  readonly contact: boolean;
}

async function businessesIn(folder: string): Promise<{ pairs: number; businesses: Business[] }> {
  const sides = await sidesIn(folder);
  const { accounts, customers } = sides;
  const crew = new Crew(usefulThreads(accounts.count + customers.count));
  try {
    const way = { teaching: noTeaching, known: null, keep: false, early: null, ground: null };
    const { settled } = await finishMatch(sides, crew, new Pace({}), way);
    const businesses = new Map<string, Business>();
    for await (const row of csvRows(join(folder, 'truth.csv'))) {
      const { account_id = '', customer_id = '', business = account_id, hopeless } = row;
      if (hopeless === '1') continue;
      const [account, customer] = [
        placeOfString(accounts.ids, account_id),
        placeOfString(customers.ids, customer_id),
      ];
      const known = businesses.get(business);
      businesses.set(business, {
        found: known?.found === true || placeOfPair(settled.pairs, account, customer) !== -1,
        contact:
          known?.contact === true || (hasContact(accounts, account) && hasContact(customers, customer)),
      });
    }
    return { pairs: settled.pairs.count, businesses: [...businesses.values()] };
  } finally {
    await crew.close();
  }
}

const share = (businesses: readonly Business[]): string =>
  businesses.length === 0
    ? '–'
    : (businesses.filter(({ found }) => found).length / businesses.length).toFixed(4);

const sizes = process.argv.slice(2).map(Number);
const sets =
  sizes.length === 0 ? usualSets(1, 'moderate') : sizes.map((size) => businessSet(size, 1, 'moderate'));
console.log(
  'set                                weighed businesses  found  with phone or address on both sides',
);
for (const { name, write } of sets) {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
  try {
    await write(folder);
    const { pairs, businesses } = await businessesIn(folder);
    const withContact = businesses.filter(({ contact }) => contact);
    const counts = `${String(pairs).padStart(8)}${String(businesses.length).padStart(11)}`;
    console.log(
      `${name.padEnd(34)}${counts}${share(businesses).padStart(8)}${share(withContact).padStart(8)} of ${withContact.length}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
