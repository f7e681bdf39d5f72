import { useId } from 'react';
import type { TargetField } from '#shared/creating.ts';
import type { SourceField } from '#shared/creation-template.ts';
import { Button } from '../components/button.tsx';
import styles from './field-row.module.css';
import { isChosen } from './template-note.tsx';
import { useDraft } from './use-draft.ts';
import { sourcePhrase } from './words.ts';

interface FieldRowProps {
  readonly target: TargetField;
  readonly sources: readonly SourceField[];
  readonly value: string;
  readonly edited: boolean;
  /** What was done to the value so that the service takes it. */
  readonly changes: readonly string[];
  readonly disabled: boolean;
  /** Null takes an edit back. `onDone` is called once it is kept. */
  readonly onEdit: (value: string | null, onDone: () => void) => void;
}

/** One field of a record to be: its value, saved when it is left, where it is from, and what was done to it. */
export function FieldRow({ target, sources, value, edited, changes, disabled, onEdit }: FieldRowProps) {
  const id = useId();
  const { text, write, save, forget } = useDraft(value, onEdit);
  const { label, required, options, multiline, source } = target;
  const common = { id, disabled, className: styles.input, 'aria-describedby': `${id}-said` };
  const typed = { ...common, value: text, onBlur: save, placeholder: required ? 'Required' : '' };
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      {options !== null ? (
        <select {...common} value={value} onChange={(event) => onEdit(event.target.value, forget)}>
          <option value="">—</option>
          {options.map(({ value: option, label: words }) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      ) : multiline ? (
        <textarea {...typed} rows={2} onChange={(event) => write(event.target.value)} />
      ) : (
        <input
          {...typed}
          type="text"
          onChange={(event) => write(event.target.value)}
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
            aria-label={`Take the edit of ${label} back`}
            onClick={() => onEdit(null, forget)}
          >
            edited · take back
          </Button>
        ) : isChosen(target) ? (
          <span className={styles.from}>template: {sourcePhrase(source, sources)}</span>
        ) : null}
      </p>
    </div>
  );
}
