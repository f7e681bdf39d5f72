import type { ReactNode } from 'react';
import styles from './preview.module.css';

interface AcceptBoxProps {
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
  /** What is accepted or chosen, in a sentence. */
  readonly children: ReactNode;
}

/** What a person has to say yes to before anything is sent, or may say no to. Stands at the end of a note. */
export function AcceptBox({ accepted, onAccept, disabled, children }: AcceptBoxProps) {
  return (
    <label className={styles.accept}>
      <input
        type="checkbox"
        checked={accepted}
        disabled={disabled}
        onChange={(event) => onAccept(event.target.checked)}
      />
      {children}
    </label>
  );
}
