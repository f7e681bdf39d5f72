import type { RefObject } from 'react';
import { Button } from '../../components/button.tsx';
import { SideMark } from '../../components/marks/side-mark.tsx';
import { formatCount } from '../../format/numbers.ts';
import { useReviewSession } from '../session/session-context.ts';
import { useReviewView } from '../view.ts';
import { toggleFold } from './fold.ts';
import type { TreeGroup } from './grouped-rows.ts';
import styles from './grouping.module.css';
import type { TreeFigures } from './tree-figures.ts';

interface GroupPanelProps {
  readonly panelRef: RefObject<HTMLElement | null>;
  readonly group: TreeGroup;
  readonly figures: TreeFigures;
  readonly onLeave: () => void;
}

/** What stands in the evidence's place while the cursor is on a group's heading: the group, and what can be done with it. */
export function GroupPanel({ panelRef, group, figures, onLeave }: GroupPanelProps) {
  const session = useReviewSession();
  const folded = useReviewView((view) => view.folded.has(group.id));
  return (
    <aside
      ref={panelRef}
      aria-label="Customer tree"
      tabIndex={-1}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <h2>
        <SideMark side="quickbooks" /> {group.name}
      </h2>
      <dl className={styles.facts}>
        <dt>Accounts</dt>
        <dd>{formatCount(figures.accounts)}</dd>
        <dt>Undecided</dt>
        <dd>{formatCount(figures.undecided)}</dd>
        <dt>Open balance</dt>
        <dd>{figures.owed === '' ? 'none' : figures.owed}</dd>
      </dl>
      <p>
        The customers of these accounts belong to {group.name} in QuickBooks. A decision is about one account:
        go to it, or select the group and decide on all of it.
      </p>
      <div className={styles.actions}>
        <Button shortcut={folded ? '→' : '←'} onClick={() => toggleFold(group.id)}>
          {folded ? 'Unfold' : 'Fold'}
        </Button>
        <Button shortcut="Space" onClick={() => session.run({ kind: 'select', what: 'toggle' })}>
          Select its accounts
        </Button>
      </div>
    </aside>
  );
}
