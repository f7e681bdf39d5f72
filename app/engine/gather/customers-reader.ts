import { parentPort, workerData } from 'node:worker_threads';
import { type GatheredSide, Gathering } from '#app/match/index.ts';
import { type ErrorReport, reportOf } from '#shared/errors.ts';
import { type CustomersSource, gatherCustomers } from './customers-source.ts';

/** What the reading thread tells: how far it is, which countries it saw, the customers, or what went wrong. */
export type FromReader =
  | { readonly kind: 'progress'; readonly done: number }
  | {
      readonly kind: 'read';
      readonly countries: ReadonlyMap<string, number>;
      readonly count: number;
      readonly problems: readonly string[];
    }
  | { readonly kind: 'gathered'; readonly gathered: GatheredSide }
  | { readonly kind: 'error'; readonly error: ErrorReport };

const tell = (message: FromReader): void => parentPort?.postMessage(message);

/** Gathers the customers in a thread of its own; then waits to be told the country that is usual on both sides. */
async function read(source: CustomersSource): Promise<Gathering> {
  const gathering = new Gathering();
  const hooks = { signal: new AbortController().signal, progress: () => {} };
  const problems = await gatherCustomers(source, gathering, hooks, () =>
    tell({ kind: 'progress', done: gathering.count }),
  );
  tell({ kind: 'read', countries: gathering.countries, count: gathering.count, problems });
  return gathering;
}

const country = new Promise<string>((resolve) => parentPort?.once('message', resolve));
try {
  const gathering = await read(workerData);
  tell({ kind: 'gathered', gathered: gathering.gathered(await country) });
} catch (error) {
  tell({ kind: 'error', error: reportOf(error) });
}
