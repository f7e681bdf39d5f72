import { type RefObject, useDeferredValue } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { EvidencePanel } from './evidence/evidence-panel.tsx';
import type { usePanelSize } from './panel-size.ts';
import { type RowTable, rowOf } from './rows.ts';
import { Splitter } from './splitter.tsx';
import { useReviewView } from './view.ts';

interface ActiveEvidenceProps {
  readonly panelRef: RefObject<HTMLElement | null>;
  readonly panel: ReturnType<typeof usePanelSize>;
  readonly table: RowTable;
  readonly readOnly: boolean;
  readonly onLeave: () => void;
}

/**
 * The evidence of the active row, and the line between it and the table. The table comes first: while keys come fast the
 * evidence follows when there is time.
 */
export function ActiveEvidence({ panelRef, panel, table, readOnly, onLeave }: ActiveEvidenceProps) {
  const { activeId, shown } = useDeferredValue(
    useReviewView(useShallow((view) => ({ activeId: view.activeId, shown: view.shownCandidate }))),
  );
  const row = activeId === null ? undefined : rowOf(table, activeId);
  if (row === undefined) return null;
  return (
    <>
      <Splitter panel={panel} />
      <EvidencePanel panelRef={panelRef} row={row} shown={shown} readOnly={readOnly} onLeave={onLeave} />
    </>
  );
}
