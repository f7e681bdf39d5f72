import { useState } from 'react';
import type { Overview } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import { type DriftCounts, DriftKind, type DriftReport } from '#shared/drift.ts';
import { Button } from '../components/button.tsx';
import { SideMark } from '../components/marks/side-mark.tsx';
import { Note } from '../components/notes/note.tsx';
import { formatCount, formatCounted } from '../format/numbers.ts';
import { formatMoment } from '../format/times.ts';
import { sideWords } from '../format/words.ts';
import { goTo } from '../frame/screen-address.ts';
import { useReviewSession } from '../review/session/session-context.ts';
import { DriftDialog } from './drift-dialog.tsx';
import styles from './drift-panel.module.css';
import { driftWords } from './drift-words.ts';

interface DriftPanelProps {
  readonly drift: DriftReport;
  readonly review: Overview['review'];
}

/** What the last export found against the one before, and where that touches a decision or a link. */
export function DriftPanel({ drift, review }: DriftPanelProps) {
  const session = useReviewSession();
  const [shown, setShown] = useState<{ side: Side; kind: DriftKind } | null>(null);
  const toCheck = review?.queues['changed-since'] ?? 0;
  const sides = (['salesforce', 'quickbooks'] as const).map((side) => ({ side, counts: drift[side] }));
  const total = sides.reduce((sum, { counts }) => sum + counts.new + counts.changed + counts.gone, 0);
  return (
    <section className={styles.panel} aria-labelledby="drift-heading">
      <h2 id="drift-heading">Since the export of {formatMoment(drift.since)}</h2>
      {total === 0 ? (
        <p>Nothing came, went or changed.</p>
      ) : (
        <dl className={styles.sides}>
          {sides.map(({ side, counts }) => (
            <SideDrift key={side} side={side} counts={counts} onShow={(kind) => setShown({ side, kind })} />
          ))}
        </dl>
      )}
      {toCheck === 0 ? null : (
        <Note
          tone="look"
          actions={
            <Button
              onClick={() => {
                session.openQueue('changed-since');
                goTo('review');
              }}
            >
              Look at {formatCounted(toCheck, 'account')}
            </Button>
          }
        >
          What others changed touches the decision or the link of {formatCounted(toCheck, 'account')}. Nothing
          of that is written before you have looked at it.
        </Note>
      )}
      {shown === null ? null : <DriftDialog {...shown} at={drift.at} onClose={() => setShown(null)} />}
    </section>
  );
}

interface SideDriftProps {
  readonly side: Side;
  readonly counts: DriftCounts;
  readonly onShow: (kind: DriftKind) => void;
}

function SideDrift({ side, counts, onShow }: SideDriftProps) {
  return (
    <div className={styles.side}>
      <dt>
        <SideMark side={side} />
        {sideWords[side]}
      </dt>
      {DriftKind.options.map((kind) => (
        <dd key={kind}>
          {counts[kind] === 0 ? (
            <span className={styles.none}>0 {driftWords[kind]}</span>
          ) : (
            <Button onClick={() => onShow(kind)}>
              {formatCount(counts[kind])} {driftWords[kind]}
            </Button>
          )}
        </dd>
      ))}
    </div>
  );
}
