import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { FoundAccount, FoundCustomer } from '#shared/review.ts';
import { classes } from '../components/classes.ts';
import { ErrorNote } from '../components/error-note.tsx';
import { formatCounted } from '../format/numbers.ts';
import { Score } from './score.tsx';
import styles from './search-dialog.module.css';

/** Results that are asked for at once. */
export const searchLimit = 50;

interface RecordSearchProps<T> {
  /** What is searched, in the singular: "customer". */
  readonly noun: 'account' | 'customer';
  /** What stands in the field at first. */
  readonly first: string;
  readonly keyOf: (query: string) => readonly unknown[];
  readonly search: (query: string) => Promise<T[]>;
  readonly idOf: (record: T) => string;
  /** What a result's name says beside itself. */
  readonly marksOf: (record: T) => ReactNode;
  readonly onChoose: (record: T) => void;
}

/** Finds a record of the other side: typed, walked with the arrow keys, chosen with Enter or a click. */
export function RecordSearch<T extends FoundAccount | FoundCustomer>(props: RecordSearchProps<T>) {
  const { noun, first, keyOf, search, idOf, marksOf, onChoose } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(first);
  const [place, setPlace] = useState(0);
  const query = text.trim();
  const found = useQuery({
    queryKey: keyOf(query),
    queryFn: () => search(query),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    // A decision elsewhere may take a record; a new search asks again.
    staleTime: 0,
  });
  const records: readonly T[] = query === '' ? [] : (found.data ?? []);
  // Results of what was typed before stay on screen, but Enter must not choose among them.
  const isBehind = query !== '' && (found.isPlaceholderData || found.isPending);
  const active = Math.min(place, records.length - 1);
  const optionId = (index: number) => `${id}-option-${index}`;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = records[active];
    if (event.key === 'ArrowDown') setPlace(Math.min(records.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setPlace(Math.max(0, active - 1));
    else if (event.key === 'Enter') {
      if (chosen !== undefined && !isBehind) onChoose(chosen);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={`Search ${noun}s`}
        aria-expanded={records.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Name, place, e-mail or phone"
        className={styles.input}
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setText(event.target.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.error === null ? null : <ErrorNote error={found.error} />}
      <div
        ref={list}
        role="listbox"
        id={`${id}-list`}
        aria-label={noun === 'account' ? 'Accounts found' : 'Customers found'}
        aria-busy={isBehind}
        className={styles.list}
      >
        {records.map((record, index) => (
          <div
            key={idOf(record)}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            className={classes(styles.option, index === active && styles.active)}
            onMouseMove={() => setPlace(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(record)}
            onKeyDown={onKeyDown}
            tabIndex={-1}
          >
            <span className={styles.name}>
              {record.name} {marksOf(record)}
            </span>
            <span className={styles.place}>{record.place}</span>
            <span>{record.score === null ? null : <Score score={record.score} band={record.band} />}</span>
            <span className={styles.contact}>{[record.email, record.phone].filter(Boolean).join(' · ')}</span>
            <span className={styles.why}>{record.reason}</span>
          </div>
        ))}
      </div>
      <p role="status" className={styles.status}>
        {query === ''
          ? 'Type a name, a place, an e-mail address or a phone number.'
          : found.data === undefined
            ? 'Searching…'
            : records.length === 0
              ? `No ${noun} found. Try fewer or other words.`
              : `${formatCounted(records.length, noun)}${records.length === searchLimit ? ', the best of more' : ''}. Enter confirms the marked one.`}
      </p>
    </>
  );
}
