import { CustomerId } from '#shared/ids.ts';
import { facetCodes, prepareFacets } from '../../renderer/review/facets/facet-codes.ts';
import { facetCounts } from '../../renderer/review/facets/facet-counts.ts';
import { type Filters, filteredRows, noFilters } from '../../renderer/review/facets/filters.ts';
import { prepareFilter } from '../../renderer/review/facets/text-matches.ts';
import { groupedByTree } from '../../renderer/review/grouping/grouped-rows.ts';
import { exampleRow } from '../renderer/review/example.ts';

/**
 * `npm run bench:facets [SIZE]`: how long narrowing and counting take over 100,000 rows of which every seventh reason,
 * every fortieth city and every thousandth owner is another. It prints milliseconds and never fails a test run.
 */
const size = Number(process.argv[2] ?? 100_000);
const turns = 15;
const bands = ['certain', 'likely', 'possible'] as const;

const made = () =>
  Array.from({ length: size }, (_, index) =>
    exampleRow(String(index), {
      accountPlace: `City ${index % Math.ceil(size / 40)}, WA`,
      owner: `Owner ${index % Math.ceil(size / 1000)}`,
      reason: `Reason ${index % Math.ceil(size / 7)}`,
      band: bands[index % 3] ?? null,
      score: (index % 101) / 100,
      balance: index % 5,
      agreements: ['amdma', 'aaaaa', 'dmmmd'][index % 3] ?? '',
    }),
  );

const rows = made();
prepareFilter(rows);

const narrowed: Filters = { chosen: { band: ['likely'], balance: ['yes'] }, score: [20, 80] };

function measure(what: string, act: () => unknown): void {
  const times = Array.from({ length: turns }, () => {
    const from = performance.now();
    act();
    return performance.now() - from;
  }).sort((one, other) => one - other);
  const [median = 0, longest = 0] = [times[Math.floor(turns / 2)], times.at(-1)];
  console.log(
    `${what.padEnd(48)} median ${median.toFixed(0).padStart(4)} ms, longest ${longest.toFixed(0)} ms`,
  );
}

let from = 0;
measure('reading the facets of 2,000 rows as they come', () => {
  prepareFacets(rows.slice(from, from + 2_000));
  from += 2_000;
});
prepareFacets(rows);
measure('the facets of another list of rows', () => facetCodes([...rows]));
measure('counting, nothing chosen', () => facetCounts(rows, '', noFilters));
measure('counting, two facets and a range of scores', () => facetCounts(rows, '', narrowed));
measure('the rows of two facets and a range of scores', () => filteredRows(rows, '', narrowed));
const inTrees = rows.map((row, index) =>
  index % 3 === 0 ? row : { ...row, tree: { id: CustomerId.parse(`T${index % 20_011}`), name: 'Top' } },
);
measure('grouping by 20,011 trees', () => groupedByTree(inTrees));
let letters = 0;
measure('the rows and the counts of another text', () => {
  letters += 1;
  const text = `city ${letters}`;
  return [filteredRows(rows, text, narrowed), facetCounts(rows, text, narrowed)];
});
