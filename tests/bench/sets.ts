import type { Preset } from './business/rates.ts';
import { writeBusinessExports } from './business/write-exports.ts';
import { linkageSets } from './linkage-set.ts';
import { keepColumns, writeLinkageSet, writePracticeSet } from './set-folder.ts';

/** A pair of exports with its truth. `write` puts accounts.csv, customers.csv and truth.csv into a folder. */
export interface BenchSet {
  readonly name: string;
  readonly write: (folder: string) => void | Promise<void>;
}

const NAMES = /^(?:Id|Name|DisplayName|CompanyName|GivenName|FamilyName|Active)$/;
const NAMES_AND_PHONES = /^(?:Id|Name|DisplayName|CompanyName|Phone|PrimaryPhone)$/;

/** A made-up pair of business exports with `size` records a side. */
export const businessSet = (size: number, seed: number, preset: Preset): BenchSet => ({
  name: `business ${size / 1000}k ${preset}${seed === 1 ? '' : ` seed ${seed}`}`,
  write: (folder) => writeBusinessExports(folder, size, seed, preset),
});

function reduced(name: string, set: BenchSet, columns: RegExp): BenchSet {
  return {
    name,
    write: async (folder) => {
      await set.write(folder);
      keepColumns(folder, columns);
    },
  };
}

/** The sets that are measured when nothing else is asked for. */
export function usualSets(seed: number, preset: Preset): BenchSet[] {
  const published = linkageSets.map(
    (name): BenchSet => ({ name, write: (folder) => writeLinkageSet(folder, name) }),
  );
  const chicago: BenchSet = {
    name: 'chicago',
    write: (folder) => writeLinkageSet(folder, 'chicago_ece_cps_x_find'),
  };
  return [
    ...published,
    reduced('chicago, name and phone', chicago, NAMES_AND_PHONES),
    reduced('chicago, names only', chicago, NAMES),
    ...[2026, 7].map(
      (year): BenchSet => ({ name: `practice ${year}`, write: (folder) => writePracticeSet(folder, year) }),
    ),
    ...[1_000, 2_000, 10_000].map((size) => businessSet(size, seed, preset)),
    reduced(`business 2k ${preset}, names only`, businessSet(2_000, seed, preset), NAMES),
  ];
}
