import { Tag, type Tone } from '../components/marks/tag.tsx';
import { formatCount } from '../format/numbers.ts';
import styles from './run-outcome.module.css';

interface StateCountsProps<State extends string> {
  readonly counts: Readonly<Record<State, number>>;
  /** In the order in which they are shown. */
  readonly states: readonly State[];
  readonly tones: Readonly<Record<State, Tone>>;
  readonly words: Readonly<Record<State, string>>;
}

/** The counts of a run's records by their state, as tags; states with none are left out. */
export function StateCounts<State extends string>(props: StateCountsProps<State>) {
  const { counts, states, tones, words } = props;
  return (
    <span className={styles.counts}>
      {states
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <Tag key={state} tone={tones[state]}>
            {formatCount(counts[state])} {words[state]}
          </Tag>
        ))}
    </span>
  );
}
