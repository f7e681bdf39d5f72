import { useId } from 'react';
import { Often, type Trouble } from '#shared/practice.ts';
import styles from './trouble-row.module.css';
import { oftenWords, standingWords } from './words.ts';

interface TroubleRowProps {
  readonly trouble: Trouble;
  readonly onChange: (often: Often | null) => void;
}

const off = 'off';

/** One thing that can go wrong: what it is, what comes of it, how often it is to happen, and how often it has. */
export function TroubleRow({ trouble, onChange }: TroubleRowProps) {
  const id = useId();
  const choices = trouble.onlyOnce ? (['once'] as const) : Often.options;
  const standing = standingWords(trouble);
  return (
    <li className={styles.row}>
      <div>
        <label htmlFor={id}>{trouble.title}</label>
        <p id={`${id}-hint`} className={styles.hint}>
          {trouble.hint}
        </p>
      </div>
      <div>
        <select
          id={id}
          className={styles.often}
          aria-describedby={`${id}-hint`}
          value={trouble.often ?? off}
          onChange={(event) => onChange(choices.find((often) => often === event.target.value) ?? null)}
        >
          <option value={off}>Off</option>
          {choices.map((often) => (
            <option key={often} value={often}>
              {oftenWords[often]}
            </option>
          ))}
        </select>
        <p className={styles.standing}>{standing}</p>
      </div>
    </li>
  );
}
