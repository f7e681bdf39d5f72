import { X } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { useMatchSettings } from '../door/queries.ts';
import styles from './stale-match.module.css';
import { useMatch } from './use-match.ts';
import { setMatchingView, useMatchingView } from './view.ts';
import { sinceSentence } from './words.ts';

/**
 * Says quietly that the proposals do not know yet what was said since the last match. Once dismissed it stays away
 * until the next match. It belongs below the table, where it moves no row.
 */
export function StaleMatch() {
  const settings = useMatchSettings().data;
  const quietAfter = useMatchingView((view) => view.quietAfter);
  const { start, whyNot } = useMatch();
  if (settings === undefined || settings.matchedAt === quietAfter) return null;
  const since = sinceSentence(settings);
  if (since === '') return null;
  return (
    <section className={styles.hint} aria-label="Out of date">
      <p title={`${since}. ${whyNot}`}>
        {since}. {whyNot}
      </p>
      <Button
        look="plain"
        disabled={whyNot !== ''}
        title="Makes use of them; what you decided stays"
        onClick={start}
      >
        Match again
      </Button>
      <Button
        look="plain"
        icon={<X size={14} aria-hidden="true" />}
        aria-label="Dismiss until the next match"
        title="Dismiss until the next match"
        onClick={() => setMatchingView({ quietAfter: settings.matchedAt })}
      />
    </section>
  );
}
