import type { Baselines } from './baselines.ts';
import type { ProposalsQuality } from './proposals-quality.ts';
import type { Cost } from './run-match.ts';
import type { Truth } from './truth.ts';

const share = (value: number): string => value.toFixed(4);

type Cells = Readonly<Record<string, string>>;
const quality = { pairs: 7, ceiling: 7, prec: 7, rec: 7, F1: 7, alone: 7, best: 7, at: 6, recall: 7 };
const sureness = { certain: 8, links: 7, ECE: 7, conflicts: 9 };
const cost = { 'wall s': 7, 'cpu s': 7, MB: 6 };
const others = { VLOOKUP: 8, 'fuse.js': 8, asked: 6 };
const columns = Object.entries({ set: 34, ...quality, ...sureness, ...cost, ...others });

const joined = (cells: Cells): string =>
  columns
    .map(([name, width]) =>
      name === 'set' ? (cells[name] ?? '').padEnd(width) : (cells[name] ?? '').padStart(width),
    )
    .join(' ');

/** The names of the columns, aligned as {@link line} aligns them. */
export const heading = (): string => joined(Object.fromEntries(columns.map(([name]) => [name, name])));

/** One set's figures as one line of the table. */
export function line(
  set: string,
  truth: Truth,
  reached: ProposalsQuality,
  { wallSeconds, cpuSeconds, peakBytes }: Cost,
  simpler: Baselines | null,
): string {
  const { proposed, f1Uncopied, certain, best, candidateRecall, calibrationError, conflicts } = reached;
  return joined({
    set,
    pairs: String(truth.businesses),
    ceiling: truth.hopeless === null ? '–' : share(1 - truth.hopeless / truth.businesses),
    prec: share(proposed.precision),
    rec: share(proposed.recall),
    F1: share(proposed.f1),
    alone: share(f1Uncopied),
    best: share(best.f1),
    at: best.threshold.toFixed(3),
    recall: share(candidateRecall),
    certain: share(certain.precision),
    links: String(certain.links),
    ECE: share(calibrationError),
    conflicts: String(conflicts),
    'wall s': wallSeconds.toFixed(2),
    'cpu s': cpuSeconds.toFixed(2),
    MB: String(Math.round(peakBytes / 2 ** 20)),
    VLOOKUP: simpler === null ? '' : share(simpler.vlookup),
    'fuse.js': simpler?.fuse == null ? '–' : share(simpler.fuse.f1),
    asked: simpler?.fuse == null ? '' : String(simpler.fuse.accounts),
  });
}

/** What the columns mean. */
export const legend = `
pairs     businesses on both sides; copies of a record on a side count once, and a link to either copy is right
ceiling   the recall that a careful person could reach: the rest have nothing in common that tells
prec rec F1   rank 1 in the bands certain and likely
alone     the same F1 where businesses with a copy on a side are left out of the recall: nothing picks among copies
best at   F1 of rank 1 at the best threshold of the score, and that threshold
recall    candidate recall: businesses with a right pair at any rank of the file (it holds three at most)
certain links   precision and number of rank 1 in the band certain
ECE       expected calibration error of the score over rank 1, ten bins of equal width
conflicts accounts that the matcher leaves to a person; they have no rank 1
wall cpu MB   of the command line, files in to file out: seconds, user + system seconds, peak resident memory
VLOOKUP   F1 of an exact look-up of the name, then of the e-mail
fuse.js   F1 of the first hit of the name in DisplayName, default options; asked: of that many accounts, every n-th
          where all would take more than about 20 s`;
