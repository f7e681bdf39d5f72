import styles from './accept-warnings.module.css';
import { Note } from './note.tsx';

interface AcceptWarningsProps {
  /** What is to be looked at: how many it is about and what it is, and what that means. */
  readonly warnings: readonly { readonly id: string; readonly short: string; readonly long: string }[];
  /** What is accepted, in the plural: "links". */
  readonly what: string;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
}

/** What a person must look at and accept before anything is sent. */
export function AcceptWarnings({ warnings, what, accepted, onAccept, disabled }: AcceptWarningsProps) {
  return (
    <Note tone="look">
      <ul className={styles.warnings}>
        {warnings.map(({ id, short, long }) => (
          <li key={id}>
            <b>{short}</b> {long}
          </li>
        ))}
      </ul>
      <label className={styles.accept}>
        <input
          type="checkbox"
          checked={accepted}
          disabled={disabled}
          onChange={(event) => onAccept(event.target.checked)}
        />
        I have looked at these {what} and accept them
      </label>
    </Note>
  );
}
