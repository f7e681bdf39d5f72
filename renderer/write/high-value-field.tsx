import { useId, useState } from 'react';
import { formatAmount, readAmount } from '../format/numbers.ts';
import styles from './high-value-field.module.css';

interface HighValueFieldProps {
  readonly from: number;
  readonly onChange: (from: number) => void;
  readonly disabled: boolean;
}

/** From which open balance on a link is one of high value; in each customer's own currency. */
export function HighValueField({ from, onChange, disabled }: HighValueFieldProps) {
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const commit = () => {
    const amount = text === null ? null : readAmount(text);
    setText(null);
    if (amount !== null && amount > 0 && amount !== from) onChange(amount);
  };
  return (
    <span className={styles.field}>
      <label htmlFor={id}>High balance from</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        className={styles.input}
        value={text ?? formatAmount(from)}
        disabled={disabled}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </span>
  );
}
