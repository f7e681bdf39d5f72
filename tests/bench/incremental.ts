import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Crew, Gathering, LiveMatch, Pace, usefulThreads, usualCountry } from '#app/match/index.ts';
import { eachBatch, streamAccountsFile, streamCustomersFile } from '#app/sources/index.ts';
import type { Account, Customer } from '#shared/records.ts';
import { writeBusinessExports } from './business/write-exports.ts';
import { handOver } from './figures.ts';

/**
 * `npm run bench:again`: how long matching again takes after one record in a hundred changed on each side, beside a full
 * match. Milliseconds from records to proposals; the best of five updates. Sizes may be given as arguments.
 */
const sizes = process.argv.slice(2).map(Number);
const updates = 5;
const hooks = { signal: new AbortController().signal, progress: () => {} };

async function recordsOf(size: number): Promise<{ accounts: Account[]; customers: Customer[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
  try {
    await writeBusinessExports(folder, size, 1, 'moderate');
    const [accounts, customers]: [Account[], Customer[]] = [[], []];
    await eachBatch(streamAccountsFile(join(folder, 'accounts.csv'), {}, hooks), (batch) => {
      accounts.push(...batch);
    });
    await eachBatch(streamCustomersFile(join(folder, 'customers.csv'), {}, hooks), (batch) => {
      customers.push(...batch);
    });
    return { accounts, customers };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One in a hundred, each with the phone number of the next one and a word more in its name. */
const changed = <R extends { readonly phone: string }>(
  records: readonly R[],
  from: number,
  name: (record: R) => Partial<R>,
): R[] =>
  records.flatMap((record, at) =>
    at % 100 === from ? [{ ...record, phone: records[at + 1]?.phone ?? '', ...name(record) }] : [],
  );

async function measured(size: number): Promise<string> {
  const { accounts, customers } = await recordsOf(size);
  const crew = new Crew(usefulThreads(size * 2));
  try {
    const began = performance.now();
    const left = new Gathering();
    const right = new Gathering(left.vocabulary);
    for (const account of accounts) left.addAccount(account);
    for (const customer of customers) right.addCustomer(customer);
    const country = usualCountry(left.countries, right.countries);
    const sides = {
      accounts: left.side(country),
      customers: right.side(country),
      vocabulary: left.vocabulary,
      country,
    };
    const { live, matched } = await LiveMatch.start(sides, crew, new Pace({}));
    for (const account of matched.open) matched.propose(account, 9);
    const full = performance.now() - began;
    const preparing = performance.now();
    await live.prepare(new Pace({}));
    const prepared = performance.now() - preparing;
    const runs: number[] = [];
    let given = 0;
    for (let run = 0; run < updates; run += 1) {
      const changes = {
        accounts: changed(accounts, run * 7, ({ name }) => ({ name: `${name} Group` })),
        customers: changed(customers, run * 7 + 1, ({ displayName }) => ({
          displayName: `${displayName} Co`,
        })),
        goneAccounts: [],
        goneCustomers: [],
      };
      const start = performance.now();
      given = (await live.update(changes, new Pace({}))).proposals.length;
      runs.push(performance.now() - start);
    }
    const best = Math.min(...runs);
    handOver({
      what: `matching again after 1% of ${size.toLocaleString('en')} records changed, of a whole match`,
      value: (100 * best) / full,
      budget: 10,
      unit: '%',
    });
    const cells = [full, prepared, runs[0] ?? 0, best].map((time) => time.toFixed(0).padStart(9));
    return `${String(size).padStart(7)}${cells.join('')}${`${((100 * best) / full).toFixed(1)}%`.padStart(8)}${String(given).padStart(10)}`;
  } finally {
    await crew.close();
  }
}

console.log('records     full  prepare    first     best   share proposals');
for (const size of sizes.length === 0 ? [2_000, 10_000, 100_000] : sizes) console.log(await measured(size));
