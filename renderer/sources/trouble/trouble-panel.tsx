import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Troubles } from '#shared/practice.ts';
import { Button } from '../../components/button.tsx';
import { SideMark } from '../../components/marks/side-mark.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { useDoor } from '../../door/context.ts';
import { keys } from '../../door/keys.ts';
import { useOperation } from '../../door/operation.ts';
import { sideWords } from '../../format/words.ts';
import { CompanyChanges } from './company-changes.tsx';
import styles from './trouble-panel.module.css';
import { TroubleRow } from './trouble-row.tsx';
import { setTroubleOpen, useTroubleView } from './view.ts';
import { summaryWords } from './words.ts';

/** How often the counts are read while the panel is open (milliseconds). */
const pollInterval = 1_000;

/** What can be made to go wrong at the practice company, and what somebody else can do to its records. */
export function TroublePanel() {
  const { call } = useDoor();
  const { open } = useTroubleView();
  const client = useQueryClient();
  const set = useOperation('practice.setTrouble');
  const clear = useOperation('practice.clearTroubles');
  const { data, error } = useQuery({
    queryKey: keys.troubles,
    queryFn: () => call('practice.troubles', {}),
    refetchInterval: open && pollInterval,
  });
  const show = (troubles: Troubles) => client.setQueryData(keys.troubles, troubles);
  const troubles = data?.troubles ?? [];
  const failure = set.error ?? clear.error ?? error;
  return (
    <details
      className={styles.panel}
      open={open}
      onToggle={(event) => setTroubleOpen(event.currentTarget.open)}
    >
      <summary>{summaryWords(troubles)}</summary>
      {open && failure !== null ? <ErrorNote error={failure} /> : null}
      {open && data !== undefined ? (
        <div className={styles.content}>
          <div className={styles.intro}>
            <p>
              Let things go wrong as they do at the real services, and see what comes of it. Choose how often,
              then export, match or write.
            </p>
            <Button
              disabled={clear.pending || troubles.every(({ often }) => often === null)}
              onClick={() => clear.start({}, show)}
            >
              Switch all off
            </Button>
          </div>
          <div className={styles.sides}>
            {(['salesforce', 'quickbooks'] as const).map((side) => (
              <section key={side} aria-label={`Trouble at ${sideWords[side]}`}>
                <h3 className={styles.side}>
                  <SideMark side={side} />
                  {sideWords[side]}
                </h3>
                <ul className={styles.rows}>
                  {troubles
                    .filter((trouble) => trouble.side === side)
                    .map((trouble) => (
                      <TroubleRow
                        key={trouble.id}
                        trouble={trouble}
                        onChange={(often) => set.start({ id: trouble.id, often }, show)}
                      />
                    ))}
                </ul>
              </section>
            ))}
          </div>
          <CompanyChanges changes={data.changes} />
        </div>
      ) : null}
    </details>
  );
}
