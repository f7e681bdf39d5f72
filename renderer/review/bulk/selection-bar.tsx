import { useMemo } from 'react';
import type { DecisionKind } from '#shared/decisions.ts';
import type { AccountId } from '#shared/ids.ts';
import { useKeys } from '../../commands/keys/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { formatCount } from '../../format/numbers.ts';
import { hiddenCount, selectedCount } from '../selection/selection.ts';
import { useReviewSession } from '../session/session-context.ts';
import { placesOf } from '../table/places.ts';
import { useReviewView } from '../view.ts';
import styles from './selection-bar.module.css';

const actions: readonly { readonly kind: DecisionKind; readonly label: string; readonly command?: string }[] =
  [
    { kind: 'confirm', label: 'Confirm…', command: 'many.confirm' },
    { kind: 'reject', label: 'Reject…', command: 'many.reject' },
    { kind: 'skip', label: 'Skip…' },
    { kind: 'ignore', label: 'Ignore…' },
    { kind: 'create-new', label: 'Create new…' },
  ];

interface SelectionBarProps {
  readonly rows: readonly { readonly accountId: AccountId }[];
  readonly readOnly: boolean;
  readonly onLeave: () => void;
}

/** What can be done with the chosen rows; nothing is shown where none is chosen. */
export function SelectionBar({ rows, readOnly, onLeave }: SelectionBarProps) {
  const selection = useReviewView((view) => view.selection);
  return selectedCount(selection) === 0 ? null : <Bar rows={rows} readOnly={readOnly} onLeave={onLeave} />;
}

function Bar({ rows, readOnly, onLeave }: SelectionBarProps) {
  const session = useReviewSession();
  const { shown: keyOf } = useKeys();
  const selection = useReviewView((view) => view.selection);
  const places = useMemo(() => placesOf(rows), [rows]);
  const { kept, stretch } = selection;
  // Apart, so that extending a stretch does not count all the others again.
  const keptHidden = useMemo(() => hiddenCount(kept, places), [kept, places]);
  const hidden = keptHidden + hiddenCount(stretch, places);
  return (
    <section aria-label="Selected rows" className={styles.bar}>
      <span className={styles.count}>
        <b className="num">{formatCount(selectedCount(selection))}</b> selected
        {hidden === 0 ? null : `, ${formatCount(hidden)} hidden by the filter`}
      </span>
      {actions.map(({ kind, label, command }) => (
        <Button
          key={kind}
          disabled={readOnly}
          shortcut={command === undefined ? undefined : keyOf(command)}
          onClick={() => session.run({ kind: 'bulk', decision: kind })}
        >
          {label}
        </Button>
      ))}
      <Button
        look="plain"
        shortcut={keyOf('select.none')}
        onClick={() => {
          session.run({ kind: 'select', what: 'none' });
          onLeave();
        }}
      >
        Clear
      </Button>
    </section>
  );
}
