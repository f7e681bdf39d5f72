import type { ReactNode } from 'react';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { Note } from '../../components/notes/note.tsx';
import { SavedFile } from '../../components/saved-file.tsx';
import styles from './other-files.module.css';

interface OutputProps {
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  /** What it would hold now; `''` while that is not known. */
  readonly holds: string;
  readonly buttons: ReactNode;
  readonly children?: ReactNode;
}

/** One file that can be had: what it is for, what it holds, and the way to it. Below stands what came of it. */
export function Output({ title, purpose, holds, buttons, children }: OutputProps) {
  return (
    <li className={styles.output}>
      <div className={styles.words}>
        <h3>{title}</h3>
        <p>{purpose}</p>
        <p className={styles.holds}>{holds}</p>
      </div>
      <div className={styles.buttons}>{buttons}</div>
      {children === undefined ? null : <div className={styles.outcome}>{children}</div>}
    </li>
  );
}

interface OutcomeProps {
  readonly error: unknown;
  /** The file that was saved; undefined where none was. */
  readonly path: string | undefined;
  /** What the file is: "sign-off pack". */
  readonly what: string;
  /** What it holds, in sentences. */
  readonly children: ReactNode;
}

/** What came of saving a file. */
export function Outcome({ error, path, what, children }: OutcomeProps) {
  if (error !== null) return <ErrorNote error={error} />;
  if (path === undefined) return null;
  return (
    <Note tone="right" live actions={<SavedFile path={path} what={what} />}>
      {children}
      <p className={styles.path}>{path}</p>
    </Note>
  );
}
