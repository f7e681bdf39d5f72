import { useState } from 'react';
import { TextField } from '../components/fields/text-field.tsx';
import { formatCount } from '../format/numbers.ts';
import styles from './choosing.module.css';
import type { Option } from './draft.ts';

/** From this many options on, a field finds one by its name. */
const many = 12;

interface CheckListProps {
  readonly legend: string;
  /** In order; `note` stands beside the name. */
  readonly options: readonly (Option & { readonly note?: string })[];
  readonly chosen: readonly Option[];
  readonly onChange: (chosen: readonly Option[]) => void;
}

/** Several of some options, each with a box to check. */
export function CheckList({ legend, options, chosen, onChange }: CheckListProps) {
  const [wanted, setWanted] = useState('');
  const ids = new Set(chosen.map(({ id }) => id));
  const shown = options.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <fieldset className={styles.group}>
      <legend className="visually-hidden">{legend}</legend>
      {options.length < many ? null : (
        <TextField
          label={`Find among ${formatCount(options.length)}`}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <ul className={styles.options}>
        {shown.map(({ id, name, note }) => (
          <li key={id}>
            <label className={styles.option}>
              <input
                type="checkbox"
                checked={ids.has(id)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...chosen, { id, name }] : chosen.filter((one) => one.id !== id))
                }
              />
              <span>{name}</span>
              {note === undefined ? null : <span className={styles.note}>{note}</span>}
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className={styles.note}>No name holds “{wanted.trim()}”.</p> : null}
    </fieldset>
  );
}
