import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { AccountId } from '#shared/ids.ts';
import type { CustomerRow } from '#shared/review.ts';
import { classes } from '../../components/classes.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Tag } from '../../components/tag.tsx';
import { useDoor } from '../../door/context.ts';
import { keys } from '../../door/keys.ts';
import { formatCounted } from '../../format/numbers.ts';
import { Score } from '../score.tsx';
import styles from '../search-dialog.module.css';

const limit = 50;

interface AccountSearchDialogProps {
  readonly row: CustomerRow;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onChoose: (accountId: AccountId) => void;
}

/** Finds the account of a customer: typed, walked with the arrow keys, confirmed with Enter or a click. */
export function AccountSearchDialog({ row, open, onOpenChange, onChoose }: AccountSearchDialogProps) {
  return (
    <Dialog title={`Account of ${row.name}`} wide open={open} onOpenChange={onOpenChange}>
      <Search row={row} onChoose={onChoose} />
    </Dialog>
  );
}

function Search({ row, onChoose }: Pick<AccountSearchDialogProps, 'row' | 'onChoose'>) {
  const { call } = useDoor();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(row.name);
  const [place, setPlace] = useState(0);
  const query = text.trim();
  const { customerId } = row;
  const found = useQuery({
    queryKey: keys.accountSearch(customerId, query),
    queryFn: () => call('review.searchAccounts', { query, limit, customerId }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const accounts = query === '' ? [] : (found.data ?? []);
  const isBehind = query !== '' && (found.isPlaceholderData || found.isPending);
  const active = Math.min(place, accounts.length - 1);
  const optionId = (index: number) => `${id}-option-${index}`;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = accounts[active];
    if (event.key === 'ArrowDown') setPlace(Math.min(accounts.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setPlace(Math.max(0, active - 1));
    else if (event.key === 'Enter') {
      if (chosen !== undefined && !isBehind) onChoose(chosen.accountId);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label="Search accounts"
        aria-expanded={accounts.length > 0}
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
        aria-label="Accounts found"
        aria-busy={isBehind}
        className={styles.list}
      >
        {accounts.map((account, index) => (
          <div
            key={account.accountId}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            className={classes(styles.option, index === active && styles.active)}
            onMouseMove={() => setPlace(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(account.accountId)}
            onKeyDown={onKeyDown}
            tabIndex={-1}
          >
            <span className={styles.name}>
              {account.name} {account.has === null ? null : <Tag tone="look">has {account.has}</Tag>}
            </span>
            <span className={styles.place}>{account.place}</span>
            <span>{account.score === null ? null : <Score score={account.score} band={account.band} />}</span>
            <span className={styles.contact}>
              {[account.email, account.phone].filter(Boolean).join(' · ')}
            </span>
            <span className={styles.why}>{account.reason}</span>
          </div>
        ))}
      </div>
      <p role="status" className={styles.status}>
        {query === ''
          ? 'Type a name, a place, an e-mail address or a phone number.'
          : found.data === undefined
            ? 'Searching…'
            : accounts.length === 0
              ? 'No account found. Try fewer or other words.'
              : `${formatCounted(accounts.length, 'account')}${accounts.length === limit ? ', the best of more' : ''}. Enter confirms the marked one.`}
      </p>
    </>
  );
}
