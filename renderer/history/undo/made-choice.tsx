import type { RemovalPlan } from '#shared/removals.ts';
import { Note } from '../../components/note.tsx';
import { formatCounted } from '../../format/numbers.ts';
import styles from './undo.module.css';
import { changeMadeWords } from './words.ts';

interface MadeChoiceProps {
  readonly made: RemovalPlan;
  /** Whether they are changed, too; else only the links are. */
  readonly changes: boolean;
  readonly disabled: boolean;
  readonly onChange: (changes: boolean) => void;
}

/** What the undo does to the customers that the run created, to be chosen; and which of them it leaves as they are, and why. */
export function MadeChoice({ made, changes, disabled, onChange }: MadeChoiceProps) {
  const { records, kept, action } = made;
  return (
    <>
      {records.length === 0 ? null : (
        <Note tone="info">
          {action === 'deactivate'
            ? 'The run created customers. QuickBooks cannot delete them; it can make them inactive, and calls them “(deleted)” then.'
            : 'The undo made customers inactive. They can be made active again, under the names that they had.'}
          <label className={styles.accept}>
            <input
              type="checkbox"
              checked={changes}
              disabled={disabled}
              onChange={(event) => onChange(event.target.checked)}
            />
            {changeMadeWords(made)}
          </label>
          <details>
            <summary>{formatCounted(records.length, 'customer')} as the run left them</summary>
            <ul className={styles.links}>
              {records.map(({ recordId, name }) => (
                <li key={recordId}>
                  {name} <span className="id">{recordId}</span>
                </li>
              ))}
            </ul>
          </details>
        </Note>
      )}
      {kept.length === 0 ? null : (
        <Note tone="look">
          <details open={kept.length <= 3}>
            <summary>
              {formatCounted(kept.length, 'customer')}{' '}
              {kept.length === 1 ? 'stays as it is' : 'stay as they are'} in QuickBooks
            </summary>
            <ul className={styles.links}>
              {kept.map(({ recordId, name, message }) => (
                <li key={recordId}>
                  <b>{name}:</b> {message}
                </li>
              ))}
            </ul>
          </details>
        </Note>
      )}
    </>
  );
}
