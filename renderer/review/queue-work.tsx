import { Tabs } from 'radix-ui';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { ReviewSummary } from '#shared/review.ts';
import { classes } from '../components/classes.ts';
import { ReadOnlyNote } from '../components/notes/read-only-note.tsx';
import { ReviewHint } from '../hints/review-hint.tsx';
import { EarlyMatch } from '../matching/early-match.tsx';
import { StaleMatch } from '../matching/stale-match.tsx';
import { ActiveDialogs } from './active-dialogs.tsx';
import { BulkDialog } from './bulk/bulk-dialog.tsx';
import { SelectionBar } from './bulk/selection-bar.tsx';
import { inOrder } from './columns/columns.ts';
import { useKeptSorting } from './columns/use-kept-sorting.ts';
import { EmptyQueue } from './empty-queue.tsx';
import { ActiveEvidence } from './evidence/active-evidence.tsx';
import { usePanelSize } from './evidence/panel-size.ts';
import { useAnnouncedCount } from './facets/announced-count.ts';
import facetStyles from './facets/facet-panel.module.css';
import { FacetDialog, FacetPanel } from './facets/facet-panel.tsx';
import { FilterChips } from './facets/filter-chips.tsx';
import { filteredRows } from './facets/filters.ts';
import { useFacetPanel } from './facets/use-facet-panel.ts';
import { useFocusRequests } from './focus-requests.ts';
import { ReviewFooter } from './footer/review-footer.tsx';
import { groupedByTree, ungrouped } from './grouping/grouped-rows.ts';
import { useKeptGrouping } from './grouping/use-kept-grouping.ts';
import styles from './review-screen.module.css';
import { ReviewTools } from './review-tools.tsx';
import type { RowTable } from './session/rows.ts';
import { ReviewGrid } from './table/grid.tsx';
import { QueueTabs } from './tabs/queue-tabs.tsx';
import { useReviewView } from './view.ts';

interface QueueWorkProps {
  readonly table: RowTable;
  /** The table is not all there yet, or is being read anew. */
  readonly reading: boolean;
  /** Why the rows are not as they stand now, where they could not be read anew. */
  readonly failure: ReactNode;
  readonly summary: ReviewSummary;
  readonly readOnly: boolean;
}

/** One queue at work: its rows, the evidence of the active one, and how far it is. */
export function QueueWork({ table, reading, failure, summary, readOnly }: QueueWorkProps) {
  const { queue, members, text, filters, sorting, grouped } = useReviewView(
    useShallow((view) => ({
      queue: view.queue,
      members: view.members,
      text: view.text,
      filters: view.filters,
      sorting: view.sorting,
      grouped: view.grouped === true,
    })),
  );
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
  const inGroups = useMemo(() => (grouped ? groupedByTree(shown) : ungrouped(shown)), [shown, grouped]);
  const focusGrid = useCallback(() => grid.current?.focus(), []);
  const { setOpen } = facets;
  const hideFacets = useCallback(() => setOpen(false), [setOpen]);

  useAnnouncedCount(shown.length, JSON.stringify([appliedText, appliedFilters]));
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
        <ReviewTools
          fieldRef={field}
          facetsOpen={facets.open}
          onFacetsOpenChange={setOpen}
          onLeave={focusGrid}
        />
      </div>
      <div className={facetStyles.beside}>
        {facets.beside ? <FacetPanel rows={ordered} onFold={hideFacets} /> : null}
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
                  <ReadOnlyNote />
                </div>
              ) : null}
              {failure === null ? null : <div className={styles.note}>{failure}</div>}
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
          {shown.length === 0 ? null : (
            <ActiveEvidence
              grouped={inGroups}
              panelRef={panelElement}
              panel={panel}
              table={table}
              readOnly={readOnly}
              onLeave={focusGrid}
            />
          )}
        </Tabs.Content>
      </div>
      <FacetDialog rows={ordered} open={facets.inFront} onOpenChange={facets.setOpen} />
      <ReviewFooter
        summary={summary}
        table={table}
        total={members.length}
        reading={reading}
        readOnly={readOnly}
      />
      <ActiveDialogs table={table} readOnly={readOnly} />
      <BulkDialog table={table} onLeave={focusGrid} />
    </>
  );
}
