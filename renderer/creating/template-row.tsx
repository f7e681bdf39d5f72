import { useId } from 'react';
import type { TargetField } from '#shared/creating.ts';
import type { SourceField, TemplateSource } from '#shared/creation-template.ts';
import { Button } from '../components/button.tsx';
import styles from './field-row.module.css';
import { isChosen } from './template-note.tsx';
import { useDraft } from './use-draft.ts';

interface TemplateRowProps {
  readonly target: TargetField;
  readonly sources: readonly SourceField[];
  /** The value that it comes to for one record, and that record's name. */
  readonly example: string;
  readonly exampleName: string;
  readonly disabled: boolean;
  /** Null: as the package's mapping says. */
  readonly onChoose: (source: TemplateSource | null) => void;
}

/** One field of all new records: from which field it is filled, or with which text. */
export function TemplateRow(props: TemplateRowProps) {
  const { target, sources, example, exampleName, disabled, onChoose } = props;
  const { source, label, required, options } = target;
  const id = useId();
  const chosen = source.kind === 'field' ? `field ${source.field}` : source.kind;
  // A text for all stands in its own field already.
  const shown =
    source.kind === 'text' ? '' : (options?.find(({ value }) => value === example)?.label ?? example);
  const choose = (value: string) => {
    if (value === 'blank') onChoose({ kind: 'blank' });
    else if (value === 'text') onChoose({ kind: 'text', text: options?.[0]?.value ?? '' });
    else onChoose({ kind: 'field', field: value.slice('field '.length) });
  };
  return (
    <div className={styles.row}>
      <label htmlFor={id}>
        {label}
        {required ? ' (required)' : ''}
      </label>
      <div className={styles.source}>
        <select
          id={id}
          className={styles.input}
          value={chosen}
          disabled={disabled}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="blank">Left blank</option>
          <option value="text">The same for all</option>
          {sources.map(({ name, label: words }) => (
            <option key={name} value={`field ${name}`}>
              {words}
            </option>
          ))}
        </select>
        {source.kind === 'text' ? (
          <FixedText target={target} text={source.text} disabled={disabled} onChoose={onChoose} />
        ) : null}
      </div>
      <p className={styles.said}>
        {isChosen(target) ? (
          <Button
            look="plain"
            disabled={disabled}
            aria-label={`Fill ${label} as the package does`}
            onClick={() => onChoose(null)}
          >
            chosen by you · take back
          </Button>
        ) : null}
        {shown === '' ? null : (
          <span className={styles.example} title={`${exampleName}: ${shown}`}>
            {shown}
          </span>
        )}
      </p>
    </div>
  );
}

interface FixedTextProps {
  readonly target: TargetField;
  readonly text: string;
  readonly disabled: boolean;
  readonly onChoose: (source: TemplateSource) => void;
}

function FixedText({ target: { label, options }, text, disabled, onChoose }: FixedTextProps) {
  const keep = (value: string) => onChoose({ kind: 'text', text: value });
  const draft = useDraft(text, (value, onDone) => {
    keep(value);
    onDone();
  });
  const common = { 'aria-label': `${label} for all`, className: styles.input, disabled };
  if (options !== null) {
    return (
      <select {...common} value={text} onChange={(event) => keep(event.target.value)}>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...common}
      type="text"
      value={draft.text}
      onChange={(event) => draft.write(event.target.value)}
      onBlur={draft.save}
      onKeyDown={(event) => (event.key === 'Enter' ? draft.save() : null)}
    />
  );
}
