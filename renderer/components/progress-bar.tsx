import { classes } from './classes.ts';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** Null while nobody knows how much there is. */
  readonly total: number | null;
  readonly className?: string | undefined;
}

/** How far something is. */
export function ProgressBar({ label, done, total, className }: ProgressBarProps) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total ?? undefined}
      aria-valuenow={total === null ? undefined : done}
      className={classes(styles.bar, total === null && styles.unknown, className)}
    >
      <i style={{ width: share === null ? undefined : `${share * 100}%` }} />
    </div>
  );
}
