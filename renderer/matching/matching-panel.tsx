import { X } from 'lucide-react';
import type { MatchPolicy } from '#shared/matching.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useOperation } from '../door/operation.ts';
import { useMatchSettings } from '../door/queries.ts';
import { Learnt } from './learnt.tsx';
import styles from './matching-panel.module.css';
import { useMatch } from './use-match.ts';
import { pinKindWords, pinWords, sinceSentence } from './words.ts';

interface MatchingPanelProps {
  readonly readOnly: boolean;
}

const rules: readonly { readonly id: keyof MatchPolicy; readonly label: string; readonly hint: string }[] = [
  {
    id: 'subCustomers',
    label: 'Propose sub-customers',
    hint: 'Jobs and other customers below a customer are proposed where the evidence is their own.',
  },
  {
    id: 'severalAccounts',
    label: 'One customer may have several accounts',
    hint: 'For companies that keep an account for each site but one customer for all. Otherwise they are conflicts.',
  },
];

/** The rules that this project's matches follow, the pins that people set, and what the last match learnt. */
export function MatchingPanel({ readOnly }: MatchingPanelProps) {
  const settings = useMatchSettings();
  const setPolicy = useOperation('match.setPolicy');
  const unpin = useOperation('match.unpin');
  const { start, whyNot } = useMatch();
  if (settings.data === undefined) {
    return settings.error === null ? null : <ErrorNote error={settings.error} />;
  }
  const { policy, pins, lesson } = settings.data;
  const since = sinceSentence(settings.data);
  const error = setPolicy.error ?? unpin.error;
  return (
    <section className={styles.panel} aria-labelledby="matching-heading">
      <h2 id="matching-heading">Matching</h2>
      <div className={styles.rules}>
        {rules.map(({ id, label, hint }) => (
          <label key={id} className={styles.rule}>
            <input
              type="checkbox"
              role="switch"
              aria-checked={policy[id]}
              checked={policy[id]}
              disabled={readOnly || setPolicy.pending}
              onChange={(event) => setPolicy.start({ ...policy, [id]: event.target.checked })}
            />
            <span>
              {label}
              <small>{hint}</small>
            </span>
          </label>
        ))}
      </div>
      {pins.length === 0 ? null : (
        <ul className={styles.pins} aria-label="Pins">
          {pins.map((pin) => (
            <li key={`${pin.kind} ${pin.value}`}>
              <span>
                {pinKindWords[pin.kind]} <b>{pin.value}</b>
              </span>
              <span className={styles.as}>{pinWords[pin.as].long}</span>
              <Button
                look="plain"
                icon={<X size={14} aria-hidden="true" />}
                aria-label={`Take the pin off ${pin.value}`}
                title="Take the pin off"
                disabled={readOnly || unpin.pending}
                onClick={() => unpin.start({ kind: pin.kind, value: pin.value })}
              />
            </li>
          ))}
        </ul>
      )}
      {since === '' ? null : (
        <p className={styles.since}>
          <span id="match-again-why">
            {since}. {whyNot || 'Matching again makes use of them; what you decided stays.'}
          </span>
          <Button disabled={whyNot !== ''} aria-describedby="match-again-why" onClick={start}>
            Match again
          </Button>
        </p>
      )}
      <Learnt lesson={lesson} />
      {error === null ? null : <ErrorNote error={error} />}
    </section>
  );
}
