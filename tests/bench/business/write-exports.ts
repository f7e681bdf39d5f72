import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { cluesOf, isHopeless, nameNumber } from './clues.ts';
import { type Preset, ratesOf } from './rates.ts';
import { accountColumns, accountId, accountRow, customerColumns, customerId, customerRow } from './rows.ts';
import { type Slot, Universe } from './universe.ts';

const ROWS_AT_ONCE = 1_000;

function* csv(header: readonly string[], rows: Iterable<readonly string[]>): Generator<string> {
  let batch: (readonly string[])[] = [header];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < ROWS_AT_ONCE) continue;
    yield stringify(batch);
    batch = [];
  }
  yield stringify(batch);
}

const save = (path: string, header: readonly string[], rows: Iterable<readonly string[]>): Promise<void> =>
  pipeline(Readable.from(csv(header, rows)), createWriteStream(path));

/** Where the records of each pair stand in a side's file: the first, and the copies of some. */
class Standing {
  readonly #first: Int32Array;
  readonly #copies = new Map<number, number[]>();

  constructor(pairs: number) {
    this.#first = new Int32Array(pairs);
  }

  note({ pair, copy }: Slot, position: number): void {
    if (pair === null) return;
    if (copy === 0) this.#first[pair] = position;
    else this.#copies.set(pair, [...(this.#copies.get(pair) ?? []), position]);
  }

  of(pair: number): number[] {
    return [this.#first[pair] ?? 0, ...(this.#copies.get(pair) ?? [])];
  }
}

/**
 * Writes a made-up pair of business exports with `size` records a side to a folder: accounts.csv, customers.csv and
 * truth.csv. The truth has a line for each right pair, copies included, with the number of the business, and `1` in
 * `hopeless` if a person could not tell the pair either.
 */
export async function writeBusinessExports(
  folder: string,
  size: number,
  seed: number,
  preset: Preset,
): Promise<void> {
  const universe = new Universe(size, seed, ratesOf(preset));
  const accounts = new Standing(universe.pairs);
  const customers = new Standing(universe.pairs);
  const names = new Uint32Array(size);

  function* accountRows(): Generator<string[]> {
    for (let position = 0; position < size; position += 1) {
      const slot = universe.slot('accounts', position);
      accounts.note(slot, position);
      yield accountRow(universe, slot, position);
    }
  }
  function* customerRows(): Generator<string[]> {
    for (let position = 0; position < size; position += 1) {
      const slot = universe.slot('customers', position);
      customers.note(slot, position);
      const another = slot.copy === 0 && slot.jobOf === null;
      names[position] = another ? nameNumber(slot.business.name) : 0;
      yield customerRow(universe, slot, position);
    }
  }
  function* truthRows(): Generator<string[]> {
    names.sort();
    for (let pair = 0; pair < universe.pairs; pair += 1) {
      const hopeless = hopelessPair(universe, pair, names) ? '1' : '0';
      for (const account of accounts.of(pair)) {
        for (const customer of customers.of(pair)) {
          yield [accountId(account), customerId(customer), String(pair), hopeless];
        }
      }
    }
  }
  await save(join(folder, 'accounts.csv'), accountColumns, accountRows());
  await save(join(folder, 'customers.csv'), customerColumns, customerRows());
  await save(join(folder, 'truth.csv'), ['account_id', 'customer_id', 'business', 'hopeless'], truthRows());
}

function hopelessPair(universe: Universe, pair: number, names: Uint32Array): boolean {
  const business = universe.paired(pair);
  const slot: Slot = { business, pair, jobOf: null, copy: 0 };
  const clues = cluesOf(accountRow(universe, slot, 0), customerRow(universe, slot, 0));
  return isHopeless(clues, timesIn(names, nameNumber(business.name)) - 1);
}

/** How often a number is in a sorted list. */
function timesIn(sorted: Uint32Array, number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  let times = 0;
  while (sorted[low + times] === number) times += 1;
  return times;
}
