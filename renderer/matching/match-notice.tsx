import { Button } from '../components/button.tsx';
import { Note } from '../components/notes/note.tsx';
import { useOperation } from '../door/operation.ts';
import { goTo } from '../frame/screen-address.ts';
import styles from './learnt.module.css';
import { setMatchingView, useMatchingView } from './view.ts';
import { biggestFirst, changeSentence, learntSentence, proposalsSentence } from './words.ts';

/** Changes of weight that the notice names; the panel has all of them. */
const named = 3;

/** After a match, on whichever screen: what it learnt and how many proposals changed, until dismissed. */
export function MatchNotice() {
  const { output } = useOperation('match.run');
  const read = useMatchingView((view) => view.read);
  if (output === undefined || output === read) return null;
  const { lesson, changed } = output;
  const learnt = lesson === null ? '' : learntSentence(lesson);
  if (learnt === '' && changed.proposals + changed.gone === 0) return null;
  const changes = biggestFirst(lesson?.changes ?? []).slice(0, named);
  return (
    <Note
      tone="info"
      actions={
        <>
          <Button onClick={() => goTo('sources')}>What changed</Button>
          <Button onClick={() => setMatchingView({ read: output })}>Dismiss</Button>
        </>
      }
    >
      <div className={styles.learnt}>
        <p>
          {learnt} {proposalsSentence(changed)}
        </p>
        {changes.length === 0 ? null : (
          <ul className={styles.named} aria-label="What counts differently now">
            {changes.map((change) => (
              <li key={change.label}>{changeSentence(change)}</li>
            ))}
          </ul>
        )}
      </div>
    </Note>
  );
}
