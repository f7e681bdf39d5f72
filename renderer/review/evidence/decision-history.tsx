import type { RowDetail } from '#shared/review.ts';
import { Tag } from '../../components/marks/tag.tsx';
import { formatMoment } from '../../format/times.ts';
import { decisionWords } from '../../format/words.ts';
import styles from './decision-history.module.css';

/** Who decided what of this account, and when, newest first. What was undone stays readable. */
export function DecisionHistory({ history }: Pick<RowDetail, 'history'>) {
  const newestFirst = history.toSorted((left, right) => right.seq - left.seq);
  return (
    <section>
      <h2 id="history-heading">Decisions</h2>
      <ol aria-labelledby="history-heading" className={styles.history}>
        {newestFirst.map(({ seq, kind, customerName, author, at, undone }) => (
          <li key={seq}>
            <span>
              {decisionWords[kind]}
              {customerName === '' ? null : ` ${customerName}`}{' '}
              {undone ? <Tag tone="quiet">undone</Tag> : null}
            </span>
            <span className={styles.when}>
              {author}, <time dateTime={at}>{formatMoment(at)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
