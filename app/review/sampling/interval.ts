import { confidence, type Rate } from '#shared/sampling.ts';

const tail = (1 - confidence) / 2;

/**
 * The rate of `hits` in `n` draws with its exact interval at 95% confidence.
 * Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26
 * (1934). Drawing without putting back, as samples do, makes it wider than it need be, never too narrow.
 */
export function clopperPearson(hits: number, n: number): Rate {
  if (n === 0) return { rate: 0, low: 0, high: 1 };
  return {
    rate: hits / n,
    low: hits === 0 ? 0 : root((p) => 1 - atMost(hits - 1, n, p) - tail),
    high: hits === n ? 1 : root((p) => tail - atMost(hits, n, p)),
  };
}

/** How many draws without a hit put the interval's upper end at `bound`; never more than there are. */
export function drawsFor(bound: number, population: number): number {
  if (bound <= 0) return population;
  if (bound >= 1) return Math.min(1, population);
  return Math.min(population, Math.ceil(Math.log(tail) / Math.log1p(-bound)));
}

/** The probability of at most `k` hits in `n` draws, each a hit with probability `p`. */
function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  let logTerm = n * Math.log1p(-p);
  let sum = Math.exp(logTerm);
  const odds = Math.log(p) - Math.log1p(-p);
  for (let i = 1; i <= k; i += 1) {
    logTerm += Math.log((n - i + 1) / i) + odds;
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}

/** Where a rising function of 0 to 1 crosses zero, by bisection. */
function root(rising: (p: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
