import { useOverview } from '../door/queries.ts';
import { formatCounted } from '../format/numbers.ts';
import styles from './source-card.module.css';

/** How many names of vendors and employees were read, which no new customer may bear. */
export function OtherNamesFact() {
  const names = useOverview().data?.otherNames;
  if (names === undefined) return null;
  const words = (count: number | null, one: string) =>
    count === null ? `${one}s not read` : formatCounted(count, one);
  return (
    <div className={styles.fact}>
      <dt>Other names</dt>
      <dd>
        {words(names.vendor, 'vendor')}, {words(names.employee, 'employee')}
      </dd>
    </div>
  );
}
