import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '#app/engine.ts';
import { openProject } from '#app/project/index.ts';
import { customersToCreate, LikelyAccounts, Review } from '#app/review/index.ts';
import type { NewAccountForm } from '#app/sources/index.ts';
import { accountCreationsOf } from '#app/write/index.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';
import { writeBusinessExports } from './business/write-exports.ts';

/**
 * `npm run bench:create`: how long it takes to plan the accounts of so many customers among as many accounts, and how long
 * the longest step keeps the engine. Sizes may be given as arguments: records, customers to create.
 */
const [size = 100_000, wanted = 5_000] = process.argv.slice(2).map(Number);

/** Goes to the end; gives what came of it, with its milliseconds and those of its longest step. */
function measured<T>(steps: Steps<T>): { value: T; total: number; longest: number; count: number } {
  const began = performance.now();
  let longest = 0;
  for (let count = 1; ; count += 1) {
    const before = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - before);
    if (step.done) return { value: step.value, total: performance.now() - began, longest, count };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
const path = join(folder, 'bench.counterpart');
try {
  await writeBusinessExports(folder, size, 1, 'moderate');
  const home = { projects: folder, state: join(folder, 'state') };
  const engine = createEngine({ version: '1', home, author: 'bench', environment: {} });
  async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const result = await engine.call(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
    return result.value;
  }
  await call('project.create', { path });
  const files = { accounts: join(folder, 'accounts.csv'), customers: join(folder, 'customers.csv') };
  await call('sources.import', { ...files, contacts: null, map: null });
  await call('match.run', {});
  await engine.close();

  const project = openProject(path);
  const review = new Review(project, 'bench', () => new Date());
  const { ledger, compare } = review;
  if (compare === null) throw new Error('not matched');
  const customers = [...ledger.customers.values()].slice(0, wanted);
  const keys = measured(LikelyAccounts.reading(ledger));
  const found = measured(keys.value.finding(customers, compare));
  const form: NewAccountForm = {
    fields: ['Name', 'Phone', 'BillingStreet', 'BillingCity', 'BillingState', 'BillingPostalCode'].map(
      (name) => ({ name, label: name, kind: 'text', length: 255, required: false, options: [], preset: '' }),
    ),
    absent: [],
    isIdUnique: false,
  };
  const planned = measured(
    accountCreationsOf({
      customers: customers.map((customer, n) => ({ customer, decisionSeq: n + 1 })),
      form,
      template: new Map(),
      edits: new Map(),
      duplicatesOf: (customer: CustomerId) => keys.value.of(customer),
      latest: new Map(),
      exportedAt: '',
    }),
  );
  const decided = performance.now();
  customersToCreate(ledger);
  const row = (name: string, { total, longest, count }: { total: number; longest: number; count: number }) =>
    `${name.padEnd(44)} ${total.toFixed(0).padStart(7)} ms, longest of ${count} steps ${longest.toFixed(1)} ms`;
  process.stdout.write(
    `${[
      row(`keys of ${ledger.accounts.size} accounts`, keys),
      row(`likely accounts of ${customers.length} customers`, found),
      row(`plan of ${customers.length} accounts`, planned),
      `customers to create, none decided: ${(performance.now() - decided).toFixed(1)} ms`,
    ].join('\n')}\n`,
  );
  project.close();
} finally {
  rmSync(folder, { recursive: true });
}
