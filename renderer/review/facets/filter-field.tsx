import { Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { useKeys } from '../../commands/keys/use-keys.ts';
import { Kbd } from '../../components/marks/kbd.tsx';
import { setReviewView, useReviewView } from '../view.ts';
import styles from './filter-field.module.css';
import { longestText } from './filters.ts';

interface FilterFieldProps {
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  /** Leaves for the table: Enter, Escape and the down arrow. */
  readonly onLeave: () => void;
}

/** Narrows the table to the rows that hold every word typed. */
export function FilterField({ fieldRef, onLeave }: FilterFieldProps) {
  const text = useReviewView((view) => view.text);
  const key = useKeys().shown('move.filter');
  return (
    <div className={styles.field}>
      <Search size={16} aria-hidden="true" className={styles.icon} />
      <input
        ref={fieldRef}
        type="text"
        aria-label="Filter rows"
        aria-keyshortcuts={key}
        placeholder="Filter rows"
        autoComplete="off"
        spellCheck={false}
        maxLength={longestText}
        value={text}
        onChange={(event) => setReviewView({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setReviewView({ text: '' });
          if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault();
            onLeave();
          }
        }}
      />
      {text === '' ? (
        key === undefined ? null : (
          <Kbd>{key}</Kbd>
        )
      ) : (
        <button
          type="button"
          className={styles.clear}
          aria-label="Clear the filter"
          onClick={() => {
            setReviewView({ text: '' });
            fieldRef.current?.focus();
          }}
        >
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
