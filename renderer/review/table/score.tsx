import type { Band } from '#shared/pairs.ts';
import { bandWords } from '#shared/words.ts';
import { classes } from '../../components/classes.ts';
import { formatScore } from '../../format/numbers.ts';
import styles from './score.module.css';

interface ScoreProps {
  readonly score: number;
  readonly band: Band | null;
  /** Whether the word shows when the pointer rests on it; the table of the review has tips of its own. */
  readonly tip?: boolean;
}

/** A score as percent with a bar; its band is the bar's colour and a word for those who do not see it. */
export function Score({ score, band, tip = true }: ScoreProps) {
  const word = band === null ? 'below all bands' : bandWords[band];
  return (
    <span
      role="img"
      aria-label={`${formatScore(score)}, ${word}`}
      className={classes(styles.score, styles[band ?? 'none'])}
      style={{ ['--share' as string]: score }}
      title={tip ? word : undefined}
    >
      {formatScore(score)}
    </span>
  );
}
