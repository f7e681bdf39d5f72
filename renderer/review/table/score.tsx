import type { Band } from '#shared/pairs.ts';
import { classes } from '../../components/classes.ts';
import { formatScore } from '../../format/numbers.ts';
import styles from './score.module.css';
import { scoreWord } from './score-word.ts';

interface ScoreProps {
  readonly score: number;
  readonly band: Band | null;
}

/** A score as percent, and its band as a word in the band's colour: 99% may be certain or likely. */
export function Score({ score, band }: ScoreProps) {
  const word = scoreWord(band);
  return (
    <span
      role="img"
      aria-label={`${formatScore(score)}, ${word}`}
      data-word={word}
      className={classes(styles.score, band !== null && styles[band])}
    >
      {formatScore(score)}
    </span>
  );
}
