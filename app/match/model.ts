import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { type Comparison, comparisons, levels } from './compare/levels.ts';
import { type KnownCounts, Lexicon, type Sizes, type TermKind, termKinds } from './frequency.ts';

/** How often true pairs (`m`) and unrelated pairs (`u`) are at a level. */
const LevelWeight = z.object({ m: z.number().positive(), u: z.number().positive() });

/** For each comparison the weights of its levels, in the order of the levels. */
export const Weights = z.record(z.enum(comparisons), z.array(LevelWeight));
export type Weights = z.infer<typeof Weights>;

const version = 1;

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
  counts: z.record(z.enum(termKinds), z.array(z.tuple([z.string(), z.int().positive()]))),
});
export type MatchModel = z.infer<typeof MatchModel>;

/** The weights before any data are seen. */
export function initialWeights(): Weights {
  const of = (comparison: Comparison): { m: number; u: number }[] =>
    levels[comparison].map(({ m, u }) => ({ m, u: u ?? 1 }));
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
const leastKept: Record<TermKind, number> = {
  word: 3,
  phone: 2,
  mailbox: 2,
  domain: 2,
  street: 3,
  number: 3,
  city: 3,
  region: 3,
  postcode: 3,
};

function keptCounts(lexicon: Lexicon, kind: TermKind): [string, number][] {
  const kept: [string, number][] = [];
  for (const { text, count } of lexicon.terms(kind)) if (count >= leastKept[kind]) kept.push([text, count]);
  return kept.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The model of a finished match. */
export function modelOf(lexicon: Lexicon, country: string, prior: number, weights: Weights): MatchModel {
  const { accounts, customers } = lexicon.sizes;
  return {
    version,
    accounts,
    customers,
    country,
    prior,
    weights,
    counts: {
      word: keptCounts(lexicon, 'word'),
      phone: keptCounts(lexicon, 'phone'),
      mailbox: keptCounts(lexicon, 'mailbox'),
      domain: keptCounts(lexicon, 'domain'),
      street: keptCounts(lexicon, 'street'),
      number: keptCounts(lexicon, 'number'),
      city: keptCounts(lexicon, 'city'),
      region: keptCounts(lexicon, 'region'),
      postcode: keptCounts(lexicon, 'postcode'),
    },
  };
}

const counted = new WeakMap<MatchModel, { sizes: Sizes; known: KnownCounts }>();

/** A lexicon with the counts of a model, so that values weigh what they weighed in the match. */
export function lexiconOf(model: MatchModel): Lexicon {
  let counts = counted.get(model);
  if (counts === undefined) {
    const maps = new Map(termKinds.map((kind) => [kind, new Map(model.counts[kind])]));
    counts = {
      sizes: { accounts: model.accounts, customers: model.customers },
      known: (kind, text) => maps.get(kind)?.get(text) ?? 0,
    };
    counted.set(model, counts);
  }
  return new Lexicon(counts.sizes, counts.known);
}

/**
 * A model as it was stored.
 * @throws AppError `input-invalid` when it is not one.
 */
export function parseModel(stored: unknown): MatchModel {
  const parsed = MatchModel.safeParse(stored);
  if (!parsed.success) throw new AppError('input-invalid', { detail: 'the match model' }, parsed.error);
  return parsed.data;
}
