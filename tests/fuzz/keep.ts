import { corpusOf, type KeptInput, keepCorpus } from './corpus.ts';
import type { Searched } from './run-lane.ts';

/** No more inputs, and no larger ones, are kept for a target: the corpus is replayed in every test run. */
const most = 20;
const largest = 3_000;

/** Keeps the small ones of what a search kept, and what it found, beside what was found before. */
export function keepSearched(name: string, { pool, found }: Searched): void {
  const before = corpusOf(name).filter((one) => one.found !== null);
  const added = found.map(({ what, input }): KeptInput => ({ bytes: input, found: what }));
  const reaching = pool
    .filter((bytes) => bytes.length <= largest)
    .toSorted((a, b) => a.length - b.length)
    .slice(0, most)
    .map((bytes): KeptInput => ({ bytes, found: null }));
  const all = new Map(
    [...reaching, ...before, ...added].map((one) => [Buffer.from(one.bytes).toString('base64'), one]),
  );
  keepCorpus(name, [...all.values()]);
}
