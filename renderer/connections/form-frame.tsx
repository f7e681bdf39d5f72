import type { FormEvent, ReactNode } from 'react';
import type { SignInAttempt } from '#shared/sign-in.ts';
import { Button } from '../components/button.tsx';
import { DialogActions } from '../components/dialogs/dialog.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { CallError } from '../door/call-error.ts';
import styles from './connections.module.css';
import type { SignIn } from './use-sign-in.ts';

interface FormFrameProps {
  readonly signIn: SignIn;
  readonly attempt: SignInAttempt | null;
  readonly ready: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** What stands below the error: the guide. */
  readonly guide: ReactNode;
  readonly children: ReactNode;
}

/** What the sign-in forms have in common: the last error, the guide, and the buttons. */
export function FormFrame({ signIn, attempt, ready, onSubmit, onClose, guide, children }: FormFrameProps) {
  const failed = attempt?.kind === 'failed' ? new CallError(attempt.error) : null;
  const error = signIn.error ?? failed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !signIn.pending) onSubmit();
  };
  return (
    <form onSubmit={submit}>
      {error === null || signIn.pending ? null : <ErrorNote error={error} />}
      {children}
      {guide}
      <div className={styles.end}>
        <DialogActions>
          <Button onClick={onClose}>Close</Button>
          <Button look="primary" type="submit" disabled={!ready || signIn.pending}>
            Sign in
          </Button>
        </DialogActions>
      </div>
    </form>
  );
}
