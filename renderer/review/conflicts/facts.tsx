import type { Side } from '#shared/datasets.ts';
import { SideMark } from '../../components/marks/side-mark.tsx';
import styles from './conflict.module.css';
import type { Fact } from './record-facts.ts';

interface FactsProps {
  readonly side: Side;
  readonly facts: readonly Fact[];
}

/** A record's main fields, the name first; what differs from the record in view is marked. */
export function Facts({ side, facts }: FactsProps) {
  return (
    <span className={styles.facts}>
      {facts.map(({ label, text, marks }) => (
        <span key={label} className={label === 'Name' ? styles.name : styles.fact}>
          {label === 'Name' ? <SideMark side={side} /> : null}
          <span className="visually-hidden">{label}: </span>
          {marks === null ? text : <Marked side={side} marks={marks} />}
        </span>
      ))}
    </span>
  );
}

function Marked({ side, marks }: { readonly side: Side; readonly marks: NonNullable<Fact['marks']> }) {
  const Mark = side === 'salesforce' ? 'ins' : 'del';
  let start = 0;
  return marks.map(({ text, same }) => {
    start += text.length;
    return same ? <span key={start}>{text}</span> : <Mark key={start}>{text}</Mark>;
  });
}
