import type { MethodOutput } from '#shared/contract.ts';
import { formatCounted } from '../format/numbers.ts';
import styles from './learnt.module.css';
import { changedSentence, changeSentence, learntSentence } from './words.ts';

const mostShown = 3;

interface LearntProps {
  readonly lesson: MethodOutput<'match.run'>['lesson'];
  /** How many accounts have another customer proposed than before, or none any more; null where that is not known. */
  readonly changed: MethodOutput<'match.run'>['changed'] | null;
}

/** What a match learnt from decisions, the largest changes first, and what became of the proposals. */
export function Learnt({ lesson, changed }: LearntProps) {
  const sentence = lesson === null ? '' : learntSentence(lesson);
  if (lesson === null || sentence === '') return null;
  const { changes } = lesson;
  const rest = changes.slice(mostShown);
  return (
    <div className={styles.learnt}>
      <p>
        {sentence} {changed === null ? '' : changedSentence(changed)}
      </p>
      {changes.length === 0 ? null : (
        <ul>
          {changes.slice(0, mostShown).map((change) => (
            <li key={change.label}>{changeSentence(change)}</li>
          ))}
        </ul>
      )}
      {rest.length === 0 ? null : (
        <details>
          <summary>{formatCounted(rest.length, 'smaller change')}</summary>
          <ul>
            {rest.map((change) => (
              <li key={change.label}>{changeSentence(change)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
