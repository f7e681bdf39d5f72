import { classes } from '../../components/classes.ts';
import { formatCount } from '../../format/numbers.ts';
import { setReviewView, useReviewView } from '../view.ts';
import { isSameValue, valueWord } from './facet.ts';
import type { FacetId } from './facet-id.ts';
import styles from './facet-panel.module.css';
import { toggled } from './filters.ts';

interface FacetValueProps {
  readonly facet: FacetId;
  readonly value: string;
  /** How many rows choosing it would give. */
  readonly count: number;
  readonly label?: string;
}

/** One value to choose, with what it would give; grey where that is nothing. */
export function FacetValue({ facet, value, count, label = valueWord(facet, value) }: FacetValueProps) {
  const chosen = useReviewView(
    (view) => view.filters.chosen[facet]?.some((one) => isSameValue(facet, one, value)) ?? false,
  );
  return (
    <label className={classes(styles.value, count === 0 && styles.nothing)} title={label}>
      <input
        type="checkbox"
        checked={chosen}
        onChange={() => setReviewView(({ filters }) => ({ filters: toggled(filters, facet, value) }))}
      />
      <span className={styles.word}>{label}</span>
      <span className={styles.count}>{formatCount(count)}</span>
    </label>
  );
}
