import { Tabs } from 'radix-ui';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { ReviewSummary } from '#shared/review.ts';
import { classes } from '../components/classes.ts';
import { Note } from '../components/note.tsx';
import { ReviewHint } from '../hints/review-hint.tsx';
import { EarlyMatch } from '../matching/early-match.tsx';
import { StaleMatch } from '../matching/stale-match.tsx';
import { useAnnouncedCount } from './announced-count.ts';
import { inOrder } from './columns.ts';
import { EmptyQueue } from './empty-queue.tsx';
import { EvidencePanel } from './evidence/evidence-panel.tsx';
import { FilterField } from './filter-field.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { filterCount, filteredRows } from './filters.ts';
import { useFocusRequests } from './focus-requests.ts';
import { ReviewGrid } from './grid.tsx';
import { usePanelSize } from './panel-size.ts';
import { QueueTabs } from './queue-tabs.tsx';
import { ReviewFooter } from './review-footer.tsx';
import styles from './review-screen.module.css';
import { type RowTable, rowOf } from './rows.ts';
import { SearchDialog } from './search-dialog.tsx';
import { useReviewSession } from './session-context.ts';
import { Splitter } from './splitter.tsx';
import { setReviewView, useReviewView } from './view.ts';

interface QueueWorkProps {
  readonly table: RowTable;
  readonly summary: ReviewSummary;
  readonly readOnly: boolean;
}

/** One queue at work: its rows, the evidence of the active one, and how far it is. */
export function QueueWork({ table, summary, readOnly }: QueueWorkProps) {
  const session = useReviewSession();
  const { queue, members, touched, text, filters, sorting, activeId, dialog } = useReviewView();
  const grid = useRef<HTMLTableElement>(null);
  const panelElement = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const panel = usePanelSize();
  const appliedText = useDeferredValue(text);
  const ordered = useMemo(() => inOrder(members, sorting), [members, sorting]);
  const shown = useMemo(() => filteredRows(ordered, appliedText, filters), [ordered, appliedText, filters]);
  const settled = Array.from(touched).filter(
    ([accountId, wasMember]) => wasMember && rowOf(table, accountId)?.queue !== queue,
  ).length;
  const active = activeId === null ? undefined : rowOf(table, activeId);
  const focusGrid = () => grid.current?.focus();
  const closeDialog = () => setReviewView({ dialog: null });

  useAnnouncedCount(shown.length, `${appliedText} ${filterCount(filters)}`);
  useEffect(() => grid.current?.focus(), []);
  useFocusRequests({
    table: focusGrid,
    filter: () => field.current?.select(),
    evidence: () => panelElement.current?.querySelector('button')?.focus(),
  });

  return (
    <>
      <div className={styles.bar}>
        <QueueTabs summary={summary} onPointed={focusGrid} />
        <div className={styles.tools}>
          <FilterField fieldRef={field} onLeave={focusGrid} />
          <FilterMenu />
        </div>
      </div>
      <Tabs.Content
        value={queue}
        tabIndex={-1}
        className={classes(styles.work, styles[panel.place])}
        style={{ ['--evidence' as string]: `${panel.size}px` }}
      >
        <div className={styles.table}>
          <div>
            {readOnly ? (
              <div className={styles.note}>
                <Note tone="look">This project is open in another window, so this one can only read.</Note>
              </div>
            ) : null}
            <ReviewHint queue={queue} className={styles.note} />
          </div>
          {shown.length === 0 ? (
            <EmptyQueue queue={queue} summary={summary} filtered={members.length > 0} />
          ) : (
            <ReviewGrid gridRef={grid} members={shown} table={table} settledFilter={appliedText === text} />
          )}
          <EarlyMatch />
          <StaleMatch />
        </div>
        {active === undefined || shown.length === 0 ? null : (
          <>
            <Splitter panel={panel} />
            <EvidencePanel panelRef={panelElement} row={active} readOnly={readOnly} onLeave={focusGrid} />
          </>
        )}
      </Tabs.Content>
      <ReviewFooter summary={summary} settled={settled} total={members.length} readOnly={readOnly} />
      {active === undefined ? null : (
        <SearchDialog
          row={active}
          open={dialog === 'search'}
          onOpenChange={closeDialog}
          onChoose={({ customerId }) => {
            closeDialog();
            session.confirmFound(active.accountId, customerId);
          }}
        />
      )}
    </>
  );
}
