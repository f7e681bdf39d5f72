import { useId } from 'react';
import { longestClause } from '#shared/account-choice.ts';
import field from '../components/fields/text-field.module.css';
import styles from './choosing.module.css';

interface ClauseFieldProps {
  readonly value: string;
  readonly onChange: (clause: string) => void;
  /** Why it cannot be used, `''` where it can or that is not known yet. */
  readonly error: string;
}

/** A condition in SOQL, what is wrong with it said below. */
export function ClauseField({ value, onChange, error }: ClauseFieldProps) {
  const id = useId();
  return (
    <div className={field.field}>
      <label htmlFor={id}>Condition</label>
      <textarea
        id={id}
        className={`${field.input} ${styles.clause}`}
        rows={3}
        maxLength={longestClause}
        spellCheck={false}
        autoComplete="off"
        placeholder="Type = 'Customer - Direct' AND BillingCountry = 'US'"
        aria-invalid={error !== ''}
        aria-describedby={error === '' ? `${id}-hint` : `${id}-error ${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {error === '' ? null : (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
      <p id={`${id}-hint`} className={field.hint}>
        What follows WHERE in SOQL, over fields of Account. Text stands in single quotes.
      </p>
    </div>
  );
}
