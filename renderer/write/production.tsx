import { Note } from '../components/note.tsx';
import styles from './warning-groups.module.css';

interface ProductionProps {
  readonly organisationName: string;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
}

/** Says that real data would be written, which a person has to accept by itself. */
export function Production({ organisationName, accepted, onAccept, disabled }: ProductionProps) {
  return (
    <Note tone="look">
      <b>This is a production organisation:</b> what is written here is what everybody in {organisationName}{' '}
      works with.
      <label className={styles.accept}>
        <input
          type="checkbox"
          checked={accepted}
          disabled={disabled}
          onChange={(event) => onAccept(event.target.checked)}
        />
        Write to {organisationName}, a production organisation
      </label>
    </Note>
  );
}
