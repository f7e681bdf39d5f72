import type { Rate } from '#shared/sampling.ts';
import { formatShare } from '../../format/numbers.ts';
import styles from './interval-picture.module.css';

interface IntervalPictureProps {
  readonly rate: Rate;
  /** The rate that the sample was to show. */
  readonly bound: number;
}

/** Where the rate of wrong links lies: its interval as a bar, the rate as a stroke, the rate looked for as a line. */
export function IntervalPicture({ rate: { rate, low, high }, bound }: IntervalPictureProps) {
  const end = Math.min(1, Math.max(high, bound) * 1.25);
  const place = (share: number) => `${(share / end) * 100}%`;
  return (
    <div className={styles.picture} aria-hidden="true">
      <div className={styles.axis}>
        <i className={styles.interval} style={{ left: place(low), width: place(Math.max(high - low, 0)) }} />
        <i className={styles.rate} style={{ left: place(rate) }} />
        <i className={styles.bound} style={{ left: place(bound) }} />
      </div>
      <div className={styles.scale}>
        <span>{formatShare(0)}</span>
        <span className={styles.boundWord} style={{ left: place(bound) }}>
          {formatShare(bound)}
        </span>
        <span>{formatShare(end)}</span>
      </div>
    </div>
  );
}
