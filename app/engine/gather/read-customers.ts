import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { adopted, type GatheredSide, Gathering } from '#app/match/index.ts';
import type { Hooks } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import type { FromReader } from './customers-reader.ts';
import { type CustomersSource, gatherCustomers } from './customers-source.ts';

type Vocabulary = Gathering['vocabulary'];
type Side = GatheredSide['side'];

/** Customers that were read; `side` puts them into columns. */
export interface ReadCustomers {
  readonly count: number;
  readonly countries: ReadonlyMap<string, number>;
  readonly problems: readonly string[];
  side(country: string, vocabulary: Vocabulary): Promise<Side>;
}

/** Reads the customers in this thread. Errors: those of {@link gatherCustomers}. */
export async function readCustomersHere(
  source: CustomersSource,
  vocabulary: Vocabulary,
  hooks: Hooks,
  onBatch?: () => Promise<void>,
): Promise<ReadCustomers> {
  const gathering = new Gathering(vocabulary);
  const problems = await gatherCustomers(source, gathering, hooks, onBatch);
  const { count, countries } = gathering;
  return { count, countries, problems, side: async (country) => gathering.side(country) };
}

/** The reader stands beside this file, as source or as built. */
const readerFile = new URL(`./customers-reader${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * Reads the customers in a thread of its own, which ends once the side is handed over or the signal says so.
 * Errors: those of {@link gatherCustomers}, `cancelled`, and `internal` when the thread fails.
 */
export function readCustomersAside(source: CustomersSource, { signal }: Hooks): Promise<ReadCustomers> {
  const reader = new Worker(readerFile, { workerData: source });
  const gathered = Promise.withResolvers<GatheredSide>();
  const read = Promise.withResolvers<ReadCustomers>();
  // Whoever waits hears of a failure; where nobody waits yet, it must not end the process.
  gathered.promise.catch(() => {});
  const end = (error: AppError | null): void => {
    signal.removeEventListener('abort', stop);
    reader.removeAllListeners();
    void reader.terminate();
    if (error === null) return;
    read.reject(error);
    gathered.reject(error);
  };
  const stop = (): void => end(new AppError('cancelled'));
  const fail = (cause: unknown): void =>
    end(new AppError('internal', { detail: `reading the customers stopped: ${String(cause)}` }, cause));
  signal.addEventListener('abort', stop, { once: true });
  reader.on('message', (message: FromReader) => {
    if (message.kind === 'error') end(new AppError(message.error.code, message.error.data));
    if (message.kind === 'read') {
      const { count, countries, problems } = message;
      const side = async (country: string, vocabulary: Vocabulary): Promise<Side> => {
        reader.postMessage(country);
        return adopted(await gathered.promise, vocabulary);
      };
      read.resolve({ count, countries, problems, side });
    }
    if (message.kind === 'gathered') {
      gathered.resolve(message.gathered);
      end(null);
    }
  });
  reader.on('error', fail);
  reader.on('exit', (code) => fail(new Error(`exit code ${code}`)));
  return read.promise;
}
