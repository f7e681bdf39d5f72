import type { RowDetail } from '#shared/review.ts';
import { formatMoment } from '../../format/times.ts';
import styles from './decision-history.module.css';

const verdictWords = { right: 'Right', wrong: 'Wrong', unsure: 'Not sure' } as const;

/** What was said of this account's pairs in blind samples, newest first. */
export function SampleAnswers({ samples }: Pick<RowDetail, 'samples'>) {
  return (
    <section>
      <h2 id="samples-heading">In blind samples</h2>
      <ol aria-labelledby="samples-heading" className={styles.history}>
        {samples.map(({ sample, customerName, what, verdict, author, at }) => (
          <li key={sample}>
            <span title={what}>
              {verdictWords[verdict]}: {customerName}
            </span>
            <span className={styles.when}>
              sample {sample}, {author}, <time dateTime={at}>{formatMoment(at)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
