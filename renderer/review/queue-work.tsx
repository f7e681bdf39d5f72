import { Tabs } from 'radix-ui';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { ReviewSummary } from '#shared/review.ts';
import { classes } from '../components/classes.ts';
import { Note } from '../components/note.tsx';
import { ReviewHint } from '../hints/review-hint.tsx';
import { EarlyMatch } from '../matching/early-match.tsx';
import { StaleMatch } from '../matching/stale-match.tsx';
import { useAnnouncedCount } from './announced-count.ts';
import { BulkDialog } from './bulk/bulk-dialog.tsx';
import { SelectionBar } from './bulk/selection-bar.tsx';
import { ColumnsButton } from './columns/columns-dialog.tsx';
import { useKeptSorting } from './columns/use-kept-sorting.ts';
import { inOrder } from './columns.ts';
import { ConflictDialog } from './conflicts/conflict-dialog.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { EvidencePanel } from './evidence/evidence-panel.tsx';
import facetStyles from './facets/facet-panel.module.css';
import { FacetDialog, FacetPanel } from './facets/facet-panel.tsx';
import { FilterButton } from './facets/filter-button.tsx';
import { FilterChips } from './facets/filter-chips.tsx';
import { useFacetPanel } from './facets/use-facet-panel.ts';
import { FilterField } from './filter-field.tsx';
import { filterCount, filteredRows } from './filters.ts';
import { useFocusRequests } from './focus-requests.ts';
import { ReviewGrid } from './grid.tsx';
import { GroupButton } from './grouping/group-button.tsx';
import { GroupPanel } from './grouping/group-panel.tsx';
import { groupedByTree, ungrouped } from './grouping/grouped-rows.ts';
import { treeFigures } from './grouping/tree-figures.ts';
import { useKeptGrouping } from './grouping/use-kept-grouping.ts';
import { usePanelSize } from './panel-size.ts';
import { ReviewFooter } from './review-footer.tsx';
import styles from './review-screen.module.css';
import { type RowTable, rowOf } from './rows.ts';
import { SearchDialog } from './search-dialog.tsx';
import { useReviewSession } from './session-context.ts';
import { Splitter } from './splitter.tsx';
import { QueueTabs } from './tabs/queue-tabs.tsx';
import { setReviewView, useReviewView } from './view.ts';
import { ViewsMenu } from './views/views-menu.tsx';

interface QueueWorkProps {
  readonly table: RowTable;
  readonly summary: ReviewSummary;
  readonly readOnly: boolean;
}

/** One queue at work: its rows, the evidence of the active one, and how far it is. */
export function QueueWork({ table, summary, readOnly }: QueueWorkProps) {
  const session = useReviewSession();
  const { queue, members, touched, text, filters, sorting, grouped, activeId, activeGroup, dialog } =
    useReviewView();
  const grid = useRef<HTMLTableElement>(null);
  const panelElement = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const panel = usePanelSize();
  useKeptSorting();
  useKeptGrouping();
  const facets = useFacetPanel(panel.place);
  const appliedText = useDeferredValue(text);
  const appliedFilters = useDeferredValue(filters);
  const ordered = useMemo(() => inOrder(members, sorting), [members, sorting]);
  const shown = useMemo(
    () => filteredRows(ordered, appliedText, appliedFilters),
    [ordered, appliedText, appliedFilters],
  );
  const inGroups = useMemo(
    () => (grouped === true ? groupedByTree(shown) : ungrouped(shown)),
    [shown, grouped],
  );
  const settled = Array.from(touched).filter(
    ([accountId, wasMember]) => wasMember && rowOf(table, accountId)?.queue !== queue,
  ).length;
  const active = activeId === null ? undefined : rowOf(table, activeId);
  const group = inGroups.groups.find(({ id }) => id === activeGroup);
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
          <ViewsMenu onChosen={focusGrid} />
          <FilterButton open={facets.open} onOpenChange={facets.setOpen} />
          <GroupButton />
          <ColumnsButton />
        </div>
      </div>
      <div className={facetStyles.beside}>
        {facets.beside ? <FacetPanel rows={ordered} onFold={() => facets.setOpen(false)} /> : null}
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
              <FilterChips />
            </div>
            {shown.length === 0 ? (
              <EmptyQueue queue={queue} summary={summary} filtered={members.length > 0} />
            ) : (
              <ReviewGrid
                gridRef={grid}
                grouped={inGroups}
                table={table}
                settledFilter={appliedText === text && appliedFilters === filters}
              />
            )}
            <SelectionBar rows={shown} readOnly={readOnly} onLeave={focusGrid} />
            <EarlyMatch />
            <StaleMatch />
          </div>
          {shown.length === 0 || (active === undefined && group === undefined) ? null : (
            <>
              <Splitter panel={panel} />
              {group !== undefined ? (
                <GroupPanel
                  panelRef={panelElement}
                  group={group}
                  figures={treeFigures(inGroups, group, table, queue)}
                  onLeave={focusGrid}
                />
              ) : active === undefined ? null : (
                <EvidencePanel panelRef={panelElement} row={active} readOnly={readOnly} onLeave={focusGrid} />
              )}
            </>
          )}
        </Tabs.Content>
      </div>
      <FacetDialog rows={ordered} open={facets.inFront} onOpenChange={facets.setOpen} />
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
      <BulkDialog table={table} onLeave={focusGrid} />
      {active === undefined ? null : (
        <ConflictDialog
          row={active}
          readOnly={readOnly}
          open={dialog === 'conflict'}
          onOpenChange={closeDialog}
        />
      )}
    </>
  );
}
