import { useState } from 'react';
import type { Progress } from '#shared/contract.ts';
import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useOperation } from '../door/operation.ts';
import { formatCount } from '../format/numbers.ts';
import { formatDuration } from '../format/times.ts';
import styles from './operation-bar.module.css';

/** How far: "1,200 of 2,841", or just how much when nobody knows the whole; nothing before it has begun. */
function amountOf({ done, total }: Progress): string {
  if (total !== null) return `${formatCount(done)} of ${formatCount(total)}`;
  return done === 0 ? '' : formatCount(done);
}

/** The long operation that is under way, on every screen, with a way to stop it. */
export function OperationBar({ progress }: { readonly progress: Progress }) {
  const cancel = useOperation('operation.cancel');
  const pause = useOperation('operation.pause');
  const [isAsked, setAsked] = useState(false);
  // Once asked it rests as soon as what is under way is done; where nobody heard, it is asked again.
  const isPausing = isAsked && pause.error === null;
  const canPause = progress.operation === 'write' || progress.operation === 'undo';
  return (
    <section aria-label="Running" className={styles.bar}>
      <span className={styles.step} title={progress.step}>
        {progress.step}
      </span>
      <ProgressBar
        label={progress.step}
        done={progress.done}
        total={progress.total}
        className={styles.progress}
      />
      <span className={styles.amount}>{amountOf(progress)}</span>
      {progress.secondsLeft === null ? null : (
        <span className={styles.amount}>{formatDuration(progress.secondsLeft * 1_000)} left</span>
      )}
      {canPause ? (
        <Button
          disabled={isPausing}
          title="Rests once what is under way is done. It can be gone on with at any time."
          onClick={() => {
            setAsked(true);
            pause.start({});
          }}
        >
          {isPausing ? 'Pausing…' : 'Pause'}
        </Button>
      ) : null}
      <Button onClick={() => cancel.start({})} disabled={cancel.pending}>
        Stop
      </Button>
    </section>
  );
}
