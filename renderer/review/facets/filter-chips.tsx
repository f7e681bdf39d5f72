import { X } from 'lucide-react';
import { requestFocus } from '../focus-requests.ts';
import { setReviewView, useReviewView } from '../view.ts';
import { filterWords } from './facet.ts';
import { FacetId } from './facet-id.ts';
import styles from './filter-chips.module.css';
import { type Filters, filterCount, noFilters, toggled } from './filters.ts';
import { rangeWords } from './score-range.ts';

interface Chip {
  readonly words: string;
  readonly without: Filters;
}

/** What the table is narrowed to, each with a button that lets it go; nothing where it is not narrowed. */
export function FilterChips() {
  const filters = useReviewView((view) => view.filters);
  if (filterCount(filters) === 0) return null;
  return (
    <ul aria-label="Filters in force" className={styles.chips}>
      {chipsOf(filters).map(({ words, without }) => (
        <li key={words} className={styles.chip}>
          <span className={styles.words} title={words}>
            {words}
          </span>
          <button type="button" aria-label={`Clear ${words}`} onClick={() => narrowTo(without)}>
            <X size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles.all} onClick={() => narrowTo(noFilters)}>
          Clear all
        </button>
      </li>
    </ul>
  );
}

/** The button that was pressed goes with its chip, so that the keys belong to the table. */
function narrowTo(filters: Filters): void {
  setReviewView({ filters });
  requestFocus('table');
}

function chipsOf(filters: Filters): Chip[] {
  const values = FacetId.options.flatMap((facet) =>
    (filters.chosen[facet] ?? []).map((value): Chip => {
      return { words: filterWords(facet, value), without: toggled(filters, facet, value) };
    }),
  );
  if (filters.score === null) return values;
  return [...values, { words: `Score ${rangeWords(filters.score)}`, without: { ...filters, score: null } }];
}
