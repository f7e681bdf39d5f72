import type { Keeping } from '#shared/sign-in.ts';
import { Note } from '../components/notes/note.tsx';
import styles from './connections.module.css';

/** How long the sign-in is kept, and where. */
export function KeepingNote({ keeping }: { readonly keeping: Keeping }) {
  if (keeping === 'system') {
    return (
      <p className={styles.keeping}>The sign-in is kept in this system's keychain, never in a project.</p>
    );
  }
  return keeping === 'weak' ? (
    <Note tone="look">
      This system offers no keychain. The sign-in is kept on this computer, but whoever can read your files
      could read it too.
    </Note>
  ) : (
    <Note tone="info">The sign-in is kept in memory only: it lasts until Counterpart ends.</Note>
  );
}
