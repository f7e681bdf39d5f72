import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { FoundCustomer, ReviewRow } from '#shared/review.ts';
import { classes } from '../components/classes.ts';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Tag } from '../components/tag.tsx';
import { useDoor } from '../door/context.ts';
import { keys } from '../door/keys.ts';
import { formatCounted } from '../format/numbers.ts';
import { Score } from './score.tsx';
import styles from './search-dialog.module.css';

const limit = 50;

interface SearchDialogProps {
  readonly row: ReviewRow;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onChoose: (customer: FoundCustomer) => void;
}

/** Finds another customer for an account: typed, walked with the arrow keys, chosen with Enter or a click. */
export function SearchDialog({ row, open, onOpenChange, onChoose }: SearchDialogProps) {
  return (
    <Dialog title={`Customer for ${row.accountName}`} wide open={open} onOpenChange={onOpenChange}>
      <Search row={row} onChoose={onChoose} />
    </Dialog>
  );
}

function Search({ row, onChoose }: Pick<SearchDialogProps, 'row' | 'onChoose'>) {
  const { call } = useDoor();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(row.accountName);
  const [place, setPlace] = useState(0);
  const query = text.trim();
  const { accountId } = row;
  const found = useQuery({
    queryKey: keys.search(accountId, query),
    queryFn: () => call('review.search', { query, limit, accountId }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    // A decision elsewhere may take a customer; a new search asks again.
    staleTime: 0,
  });
  const customers = query === '' ? [] : (found.data ?? []);
  // Results of what was typed before stay on screen, but Enter must not choose among them.
  const isBehind = query !== '' && (found.isPlaceholderData || found.isPending);
  const active = Math.min(place, customers.length - 1);
  const optionId = (index: number) => `${id}-option-${index}`;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = customers[active];
    if (event.key === 'ArrowDown') setPlace(Math.min(customers.length - 1, active + 1));
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
        aria-label="Search customers"
        aria-expanded={customers.length > 0}
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
        aria-label="Customers found"
        aria-busy={isBehind}
        className={styles.list}
      >
        {customers.map((customer, index) => (
          <div
            key={customer.customerId}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            className={classes(styles.option, index === active && styles.active)}
            onMouseMove={() => setPlace(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(customer)}
            onKeyDown={onKeyDown}
            tabIndex={-1}
          >
            <span className={styles.name}>
              {customer.name} {customer.active ? null : <Tag tone="look">inactive</Tag>}{' '}
              {customer.takenBy === null ? null : <Tag tone="look">taken by {customer.takenBy}</Tag>}
            </span>
            <span className={styles.place}>{customer.place}</span>
            <span>
              {customer.score === null ? null : <Score score={customer.score} band={customer.band} />}
            </span>
            <span className={styles.contact}>
              {[customer.email, customer.phone].filter(Boolean).join(' · ')}
            </span>
            <span className={styles.why}>{customer.reason}</span>
          </div>
        ))}
      </div>
      <p role="status" className={styles.status}>
        {query === ''
          ? 'Type a name, a place, an e-mail address or a phone number.'
          : found.data === undefined
            ? 'Searching…'
            : customers.length === 0
              ? 'No customer found. Try fewer or other words.'
              : `${formatCounted(customers.length, 'customer')}${customers.length === limit ? ', the best of more' : ''}. Enter confirms the marked one.`}
      </p>
    </>
  );
}
