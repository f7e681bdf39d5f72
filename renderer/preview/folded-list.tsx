import type { ReactNode } from 'react';
import styles from './preview.module.css';

interface FoldedListProps {
  /** How many there are and what becomes of them. */
  readonly summary: ReactNode;
  readonly open?: boolean;
  /** The records, each an `<li>` that says why. */
  readonly children: ReactNode;
}

/** Records that a preview names one by one for who wants to know. Stands in a note. */
export function FoldedList({ summary, open = false, children }: FoldedListProps) {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      <ul className={styles.records}>{children}</ul>
    </details>
  );
}
