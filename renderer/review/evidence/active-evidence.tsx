import { type RefObject, useDeferredValue } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { GroupPanel } from '../grouping/group-panel.tsx';
import type { GroupedRows } from '../grouping/grouped-rows.ts';
import { treeFigures } from '../grouping/tree-figures.ts';
import { type RowTable, rowOf } from '../session/rows.ts';
import { useReviewView } from '../view.ts';
import { EvidencePanel } from './evidence-panel.tsx';
import type { usePanelSize } from './panel-size.ts';
import { Splitter } from './splitter.tsx';
import { useSettled } from './use-settled.ts';

/** Milliseconds between two rows that are gone through without being read. */
const pause = 100;

interface ActiveEvidenceProps {
  readonly panelRef: RefObject<HTMLElement | null>;
  readonly panel: ReturnType<typeof usePanelSize>;
  readonly grouped: GroupedRows;
  readonly table: RowTable;
  readonly readOnly: boolean;
  readonly onLeave: () => void;
}

/**
 * The evidence of the active row, or what there is to say of the group whose heading the cursor is on, and the line between
 * it and the table. The table comes first: while a key is held down the evidence waits for its end.
 */
export function ActiveEvidence(props: ActiveEvidenceProps) {
  const { panelRef, panel, grouped, table, readOnly, onLeave } = props;
  const active = useReviewView(
    useShallow((view) => ({
      activeId: view.activeId,
      activeGroup: view.activeGroup,
      queue: view.queue,
      shown: view.shownCandidate,
    })),
  );
  const { activeId, activeGroup, queue, shown } = useDeferredValue(useSettled(active, pause));
  const group = activeGroup === null ? undefined : grouped.groups.find(({ id }) => id === activeGroup);
  if (group !== undefined) {
    const figures = treeFigures(grouped, group, table, queue);
    return (
      <>
        <Splitter panel={panel} />
        <GroupPanel panelRef={panelRef} group={group} figures={figures} onLeave={onLeave} />
      </>
    );
  }
  const row = activeId === null ? undefined : rowOf(table, activeId);
  if (row === undefined) return null;
  return (
    <>
      <Splitter panel={panel} />
      <EvidencePanel panelRef={panelRef} row={row} shown={shown} readOnly={readOnly} onLeave={onLeave} />
    </>
  );
}
