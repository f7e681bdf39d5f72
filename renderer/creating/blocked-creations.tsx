import type { CreatePlan } from '#shared/creating.ts';
import { Note } from '../components/note.tsx';
import { formatCounted } from '../format/numbers.ts';
import styles from './blocked-creations.module.css';

/** Accounts of which no customer can be made as things are, each with its reason. */
export function BlockedCreations({ blocked }: Pick<CreatePlan, 'blocked'>) {
  return (
    <Note tone="look">
      <details>
        <summary>
          {formatCounted(blocked.length, 'account')} {blocked.length === 1 ? 'is' : 'are'} left out
        </summary>
        <ul className={styles.accounts}>
          {blocked.map(({ accountId, accountName, message }) => (
            <li key={accountId}>
              <b>{accountName}:</b> {message}
            </li>
          ))}
        </ul>
      </details>
    </Note>
  );
}
