import type { Lesson } from '#shared/matching.ts';
import styles from './learnt.module.css';
import { biggestFirst, changeSentence, learntSentence } from './words.ts';

/** What the last match learnt from decisions: every weight that moved, the biggest change first. */
export function Learnt({ lesson }: { readonly lesson: Lesson | null }) {
  const sentence = lesson === null ? '' : learntSentence(lesson);
  if (lesson === null || sentence === '') return null;
  return (
    <div className={styles.learnt}>
      <p>
        {sentence}{' '}
        {lesson.changes.length === 0 ? 'Nothing counts much differently.' : 'What counts differently:'}
      </p>
      <ul className={styles.all}>
        {biggestFirst(lesson.changes).map((change) => (
          <li key={change.label}>{changeSentence(change)}</li>
        ))}
      </ul>
    </div>
  );
}
