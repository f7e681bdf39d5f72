import { useId, useState } from 'react';
import { type NewCustomerField, newCustomerLabels } from '#shared/creating.ts';
import { Button } from '../components/button.tsx';
import styles from './field-row.module.css';

interface FieldRowProps {
  readonly field: NewCustomerField;
  readonly value: string;
  readonly edited: boolean;
  /** What was done to the value so that QuickBooks takes it. */
  readonly changes: readonly string[];
  readonly disabled: boolean;
  /** Null takes an edit back. `onDone` is called once it is kept. */
  readonly onEdit: (value: string | null, onDone: () => void) => void;
}

/** One field of a customer to be: its value, saved when it is left, and what was done to it. */
export function FieldRow({ field, value, edited, changes, disabled, onEdit }: FieldRowProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? value;
  const forget = () => setDraft(null);
  const save = () => {
    if (text !== value) onEdit(text, forget);
    else forget();
  };
  const common = {
    id,
    value: text,
    disabled,
    className: styles.input,
    'aria-describedby': `${id}-said`,
    onBlur: save,
  };
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{newCustomerLabels[field]}</label>
      {field.endsWith('Street') ? (
        <textarea {...common} rows={2} onChange={(event) => setDraft(event.target.value)} />
      ) : (
        <input
          {...common}
          type="text"
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => (event.key === 'Enter' ? save() : null)}
        />
      )}
      <p id={`${id}-said`} className={styles.said}>
        {changes.map((change) => (
          <span key={change} className={styles.change}>
            {change}
          </span>
        ))}
        {edited ? (
          <Button
            look="plain"
            disabled={disabled}
            aria-label={`Take the edit of ${newCustomerLabels[field]} back`}
            onClick={() => onEdit(null, forget)}
          >
            edited · take back
          </Button>
        ) : null}
      </p>
    </div>
  );
}
