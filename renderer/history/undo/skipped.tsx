import type { UndoPlan } from '#shared/links.ts';
import { Note } from '../../components/note.tsx';
import { formatCounted } from '../../format/numbers.ts';
import styles from './undo.module.css';

/** Accounts that an undo leaves as they are, each with the reason. */
export function Skipped({ links }: { readonly links: UndoPlan['skipped'] }) {
  return (
    <Note tone="look">
      <details open={links.length <= 3}>
        <summary>
          {formatCounted(links.length, 'account')} cannot be restored, and {links.length === 1 ? 'is' : 'are'}{' '}
          left as {links.length === 1 ? 'it is' : 'they are'}
        </summary>
        <ul className={styles.links}>
          {links.map(({ accountId, accountName, message }) => (
            <li key={accountId}>
              <b>{accountName}:</b> {message}
            </li>
          ))}
        </ul>
      </details>
    </Note>
  );
}
