import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../components/button.tsx';
import { Note } from '../components/notes/note.tsx';
import { type HintId, useShownHints } from './hints.ts';

interface HintProps {
  readonly id: HintId;
  /** The person does what the hint tells, so it is not needed any more. */
  readonly done: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A sentence for who is here for the first time; over for good once it is dismissed or what it tells is done. */
export function Hint({ id, done, className, children }: HintProps) {
  const { isShown, dismiss } = useShownHints();
  const shown = isShown(id);
  const wasDone = useRef(done);
  useEffect(() => {
    // Only what is done from now on: a hint that is shown again is not over at once.
    if (shown && done && !wasDone.current) dismiss(id);
    wasDone.current = done;
  });
  if (!shown) return null;
  return (
    <div className={className}>
      <Note tone="info" actions={<Button onClick={() => dismiss(id)}>Got it</Button>}>
        {children}
      </Note>
    </div>
  );
}
