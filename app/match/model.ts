import { z } from 'zod';
import { type Comparison, comparisons, levels } from './compare/levels.ts';
import { textAt } from './terms/dictionary.ts';
import { type CountedKind, countedKinds } from './terms/kinds.ts';
import type { Sizes } from './terms/rarity.ts';
import type { TermTables } from './terms/term-tables.ts';
import type { Vocabulary } from './terms/vocabulary.ts';

/**
 * How often true pairs (`m`) and unrelated pairs (`u`) are at a level, and the bits that decisions taught beyond that.
 */
const LevelWeight = z.object({ m: z.number().positive(), u: z.number().positive(), taught: z.number() });

/** A level that nothing is known of. */
export const unweighed = { m: 1, u: 1, taught: 0 };

/** For each comparison the weights of its levels, in the order of the levels. */
export const Weights = z.record(z.enum(comparisons), z.array(LevelWeight));
export type Weights = z.infer<typeof Weights>;

const version = 2;

/**
 * What a match has learnt, enough to explain any pair later: how many records there were, the country of numbers
 * without a prefix, the log2 odds of a pair before looking, the weights, and the counts of values that are not rare.
 */
export const MatchModel = z.object({
  version: z.literal(version),
  accounts: z.int().nonnegative(),
  customers: z.int().nonnegative(),
  country: z.string(),
  prior: z.number(),
  weights: Weights,
  counts: z.record(z.enum(countedKinds), z.array(z.tuple([z.string(), z.int().positive()]))),
});
export type MatchModel = z.infer<typeof MatchModel>;

/** The weights before any data are seen. */
export function initialWeights(): Weights {
  const of = (comparison: Comparison): z.infer<typeof LevelWeight>[] =>
    levels[comparison].map(({ m, u }) => ({ m, u: u ?? 1, taught: 0 }));
  return {
    name: of('name'),
    email: of('email'),
    phone: of('phone'),
    website: of('website'),
    street: of('street'),
    place: of('place'),
  };
}

/** Below this count a value weighs as one that was never seen, so the model need not keep it. */
const leastKept: Record<CountedKind, number> = {
  word: 3,
  phone: 2,
  email: 2,
  domain: 2,
  street: 3,
  number: 3,
  city: 3,
  region: 3,
  postcode: 3,
};

/** The model of a finished match. */
export function modelOf(
  { texts }: Vocabulary,
  tables: TermTables,
  sizes: Sizes,
  country: string,
  { prior, weights }: { readonly prior: number; readonly weights: Weights },
): MatchModel {
  const kept = (kind: CountedKind): [string, number][] => {
    const found: [string, number][] = [];
    tables[kind].counts.forEach((count, id) => {
      if (count >= leastKept[kind]) found.push([textAt(texts[kind], id), count]);
    });
    return found.sort(([a], [b]) => (a < b ? -1 : 1));
  };
  return {
    version,
    ...sizes,
    country,
    prior,
    weights,
    counts: {
      word: kept('word'),
      phone: kept('phone'),
      email: kept('email'),
      domain: kept('domain'),
      street: kept('street'),
      number: kept('number'),
      city: kept('city'),
      region: kept('region'),
      postcode: kept('postcode'),
    },
  };
}

const counted = new WeakMap<MatchModel, KnownCounts>();

/** So many counts are read between two turns of others. */
const countsAtOnce = 5_000;
const Counts = MatchModel.shape.counts.valueType;
const Uncounted = MatchModel.extend({ counts: z.record(z.enum(countedKinds), z.array(z.unknown())) });

/** {@link storedModel} in small steps, ready to explain pairs: the counts of a large match are many. */
export function* readingModel(stored: unknown): Generator<undefined, MatchModel | null> {
  const read = Uncounted.safeParse(stored).data;
  if (read === undefined) return null;
  const counts = Object.fromEntries(
    countedKinds.map((kind) => [kind, []]),
  ) as unknown as MatchModel['counts'];
  const maps = new Map(countedKinds.map((kind) => [kind, new Map<string, number>()]));
  for (const kind of countedKinds) {
    for (let from = 0; from < read.counts[kind].length; from += countsAtOnce) {
      const some = Counts.safeParse(read.counts[kind].slice(from, from + countsAtOnce)).data;
      if (some === undefined) return null;
      for (const [text, count] of some) maps.get(kind)?.set(text, count);
      counts[kind].push(...some);
      yield;
    }
  }
  const model: MatchModel = { ...read, counts };
  counted.set(model, (kind, text) => maps.get(kind)?.get(text) ?? 0);
  return model;
}

type KnownCounts = (kind: CountedKind, text: string) => number;

/** How many records had each value, as a model knows it; 0 for a value that was rare. */
export function knownCounts(model: MatchModel): KnownCounts {
  let known = counted.get(model);
  if (known === undefined) {
    const maps = new Map(countedKinds.map((kind) => [kind, new Map(model.counts[kind])]));
    known = (kind, text) => maps.get(kind)?.get(text) ?? 0;
    counted.set(model, known);
  }
  return known;
}

/**
 * A model as it was stored; null when it is of another version of the matcher, whose weights mean nothing to this one.
 */
export function storedModel(stored: unknown): MatchModel | null {
  return MatchModel.safeParse(stored).data ?? null;
}
