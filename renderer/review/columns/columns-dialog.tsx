import { ArrowDown, ArrowUp, Columns3, Pin, PinOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialogs/dialog.tsx';
import { columnLabels } from './columns.ts';
import styles from './columns-dialog.module.css';
import {
  type ColumnId,
  type ColumnLayout,
  movedColumn,
  orderedColumns,
  resizedColumn,
  toggledColumn,
  toggledPin,
} from './layout.ts';
import { useColumnLayout } from './use-column-layout.ts';

/** The button that opens the choice of columns, and the choice: which are shown, in which order, how wide, pinned. */
export function ColumnsButton() {
  const [open, setOpen] = useState(false);
  const [layout, setLayout] = useColumnLayout();
  return (
    <>
      <Button
        aria-label="Columns…"
        title="Columns…"
        icon={<Columns3 size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      />
      <Dialog title="Columns" wide open={open} onOpenChange={setOpen}>
        <ul className={styles.list}>
          {orderedColumns(layout).map((id, place, all) => (
            <Column
              key={id}
              id={id}
              layout={layout}
              first={place === 0}
              last={place === all.length - 1}
              onChange={setLayout}
            />
          ))}
        </ul>
        <DialogActions>
          <Button onClick={() => setLayout(null)}>As usual</Button>
          <Button look="primary" onClick={() => setOpen(false)}>
            Done
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

interface ColumnProps {
  readonly id: ColumnId;
  readonly layout: ColumnLayout;
  readonly first: boolean;
  readonly last: boolean;
  readonly onChange: (layout: ColumnLayout) => void;
}

function Column({ id, layout, first, last, onChange }: ColumnProps) {
  const label = columnLabels[id];
  const pinned = layout.pinned.includes(id);
  const PinIcon = pinned ? PinOff : Pin;
  return (
    <li className={styles.column}>
      <label className={styles.show}>
        <input
          type="checkbox"
          aria-label={`Show ${label}`}
          checked={id === 'account' || layout.shown.includes(id)}
          disabled={id === 'account'}
          onChange={() => onChange(toggledColumn(layout, id))}
        />
        {label}
      </label>
      <input
        type="number"
        className={styles.width}
        aria-label={`Width of ${label} in pixels`}
        placeholder="auto"
        min={48}
        max={800}
        step={10}
        key={layout.widths[id]}
        defaultValue={layout.widths[id]}
        // Not at every digit: the first of "200" would already be too narrow.
        onBlur={({ target: { value, valueAsNumber } }) => {
          const width = value === '' ? null : valueAsNumber;
          if (width !== (layout.widths[id] ?? null)) onChange(resizedColumn(layout, id, width));
        }}
      />
      <Button
        look="plain"
        aria-label={`Pin ${label}`}
        aria-pressed={pinned}
        title={pinned ? 'No longer pinned at the left' : 'Pin at the left'}
        icon={<PinIcon size={14} aria-hidden="true" />}
        onClick={() => onChange(toggledPin(layout, id))}
      />
      <Button
        look="plain"
        aria-label={`Move ${label} up`}
        disabled={first}
        icon={<ArrowUp size={14} aria-hidden="true" />}
        onClick={() => onChange(movedColumn(layout, id, -1))}
      />
      <Button
        look="plain"
        aria-label={`Move ${label} down`}
        disabled={last}
        icon={<ArrowDown size={14} aria-hidden="true" />}
        onClick={() => onChange(movedColumn(layout, id, 1))}
      />
    </li>
  );
}
