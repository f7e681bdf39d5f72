import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FoundAccount, FoundCustomer } from '#shared/review.ts';
import { OptionList } from '../../components/fields/option-list.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { formatCounted } from '../../format/numbers.ts';
import { Score } from '../table/score.tsx';
import styles from './record-search.module.css';

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
  const [text, setText] = useState(first);
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
  return (
    <OptionList
      label={`Search ${noun}s`}
      placeholder="Name, place, e-mail or phone"
      listLabel={noun === 'account' ? 'Accounts found' : 'Customers found'}
      text={text}
      onText={setText}
      options={records}
      keyOf={idOf}
      isBehind={query !== '' && (found.isPlaceholderData || found.isPending)}
      onChoose={onChoose}
      optionClass={styles.option}
      show={(record) => (
        <>
          <span className={styles.name}>
            {record.name} {marksOf(record)}
          </span>
          <span className={styles.place}>{record.place}</span>
          <span>{record.score === null ? null : <Score score={record.score} band={record.band} />}</span>
          <span className={styles.contact}>{[record.email, record.phone].filter(Boolean).join(' · ')}</span>
          <span className={styles.why}>{record.reason}</span>
        </>
      )}
      status={
        query === ''
          ? 'Type a name, a place, an e-mail address or a phone number.'
          : found.data === undefined
            ? 'Searching…'
            : records.length === 0
              ? `No ${noun} found. Try fewer or other words.`
              : `${formatCounted(records.length, noun)}${records.length === searchLimit ? ', the best of more' : ''}. Enter confirms the marked one.`
      }
    >
      {found.error === null ? null : <ErrorNote error={found.error} />}
    </OptionList>
  );
}
