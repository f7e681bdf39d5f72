import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'radix-ui';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { CustomerDecisionKind } from '#shared/decisions.ts';
import type { CustomerRow, ReviewSummary } from '#shared/review.ts';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { EmptyState, Loading } from '../../components/page.tsx';
import { useDoor } from '../../door/context.ts';
import { keys } from '../../door/keys.ts';
import { usePreference } from '../../door/preferences.tsx';
import { formatCount } from '../../format/numbers.ts';
import { useFocusRequests } from '../focus-requests.ts';
import { LastDone } from '../footer/last-done.tsx';
import footer from '../footer/review-footer.module.css';
import screen from '../review-screen.module.css';
import { useReviewSession } from '../session/session-context.ts';
import { QueueTabs } from '../tabs/queue-tabs.tsx';
import { AccountSearchDialog } from './account-search-dialog.tsx';
import { CustomerGrid } from './customer-grid.tsx';
import { CustomerSorting, customerColumns, shownCustomers, usualSorting } from './customer-order.ts';
import { CustomerPanel } from './customer-panel.tsx';
import styles from './customers.module.css';
import { readCustomers } from './read-customers.ts';
import { useCustomerCursor } from './use-customer-cursor.ts';

interface CustomerWorkProps {
  readonly summary: ReviewSummary;
  readonly readOnly: boolean;
}

const none: CustomerRow[] = [];

/** The other side's queue: the customers to which no account belongs, and what becomes of each. */
export function CustomerWork({ summary, readOnly }: CustomerWorkProps) {
  const { call } = useDoor();
  const session = useReviewSession();
  const list = useQuery({
    queryKey: keys.customers,
    queryFn: ({ signal }) => readCustomers(call, signal),
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [text, setText] = useState('');
  const [sorting, keepSorting] = usePreference('review.customers-sorting', CustomerSorting, usualSorting);
  const [isSearching, setSearching] = useState(false);
  const grid = useRef<HTMLTableElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLElement>(null);
  const appliedText = useDeferredValue(text);
  const rows = list.data ?? none;
  const shown = useMemo(() => shownCustomers(rows, appliedText, sorting), [rows, appliedText, sorting]);
  const { index, active, activate, now, moveOn } = useCustomerCursor(shown);
  const focusGrid = () => grid.current?.focus();
  const isRead = list.data !== undefined;

  useEffect(() => {
    if (isRead) grid.current?.focus();
  }, [isRead]);

  useFocusRequests({
    table: focusGrid,
    filter: () => field.current?.select(),
    evidence: () => panel.current?.querySelector('button')?.focus(),
  });

  const decide = (kind: CustomerDecisionKind) => session.decideCustomer(now, kind, moveOn);
  const search = () => setSearching(!readOnly);

  return (
    <>
      <div className={screen.bar}>
        <QueueTabs summary={summary} onPointed={focusGrid} />
        <div className={screen.tools}>
          <input
            ref={field}
            type="text"
            aria-label="Filter customers"
            placeholder="Filter customers"
            autoComplete="off"
            spellCheck={false}
            className={styles.field}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (!['Escape', 'Enter', 'ArrowDown'].includes(event.key)) return;
              if (event.key === 'Escape') setText('');
              event.preventDefault();
              focusGrid();
            }}
          />
          <select
            aria-label="Sort customers by"
            className={styles.field}
            value={`${sorting.by} ${sorting.desc}`}
            onChange={(event) => {
              const [by, desc] = event.target.value.split(' ');
              const chosen = CustomerSorting.safeParse({ by, desc: desc === 'true' });
              if (chosen.success) keepSorting(chosen.data);
            }}
          >
            {customerColumns.flatMap(({ by, label, up, down }) => [
              <option key={`${by} up`} value={`${by} false`}>
                {label}, {up}
              </option>,
              <option key={`${by} down`} value={`${by} true`}>
                {label}, {down}
              </option>,
            ])}
          </select>
        </div>
      </div>
      <Tabs.Content value="customers" tabIndex={-1} className={styles.work}>
        {list.error !== null ? (
          <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
        ) : !isRead ? (
          <Loading what="the customers" />
        ) : active === undefined ? (
          <div className={screen.empty}>
            <EmptyState title={text === '' ? 'Every customer has an account' : 'No customer fits the filter'}>
              {text === '' ? 'Nothing waits for a decision here.' : 'Try fewer or other words.'}
            </EmptyState>
          </div>
        ) : (
          <>
            <CustomerGrid
              gridRef={grid}
              rows={shown}
              sorting={sorting}
              onSort={keepSorting}
              activeIndex={index}
              onActivate={activate}
              onDecide={decide}
              onSearch={search}
            />
            <CustomerPanel
              panelRef={panel}
              row={active}
              readOnly={readOnly}
              onDecide={decide}
              onSearch={search}
            />
            <AccountSearchDialog
              row={active}
              open={isSearching}
              onOpenChange={setSearching}
              onChoose={(accountId) => {
                setSearching(false);
                session.confirmFound(accountId, active.customerId);
              }}
            />
          </>
        )}
      </Tabs.Content>
      <footer className={footer.footer}>
        <span className="num">
          {formatCount(summary.customersWithoutMatch)} to decide, {formatCount(summary.customersDecided)}{' '}
          decided
        </span>
        <LastDone summary={summary} readOnly={readOnly} />
      </footer>
    </>
  );
}
