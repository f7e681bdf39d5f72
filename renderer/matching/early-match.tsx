import { useOverview } from '../door/queries.ts';
import { formatCounted } from '../format/numbers.ts';
import styles from './stale-match.module.css';

/** Says, below the table, that the rows are the first ones of a match that still runs. */
export function EarlyMatch() {
  const early = useOverview().data?.early ?? 0;
  if (early === 0) return null;
  return (
    <section className={styles.hint} role="status">
      <p>
        The first {formatCounted(early, 'proposal')} while the match goes on: they may still change, what you
        decide stays.
      </p>
    </section>
  );
}
