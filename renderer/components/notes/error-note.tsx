import { messageOf } from '../../door/call-error.ts';
import { Button } from '../button.tsx';
import { Note } from './note.tsx';

interface ErrorNoteProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong and what to do, with the step once more where that can help. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  return (
    <Note tone="wrong" actions={onRetry === undefined ? undefined : <Button onClick={onRetry}>Retry</Button>}>
      {messageOf(error)}
    </Note>
  );
}
