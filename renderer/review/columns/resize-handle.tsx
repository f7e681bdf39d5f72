import type { PointerEvent } from 'react';
import styles from '../grid.module.css';

interface ResizeHandleProps {
  /** The new width in pixels; null: the usual one again. */
  readonly onResize: (width: number | null) => void;
}

function widthAt(event: PointerEvent<HTMLElement>): number {
  const heading = event.currentTarget.parentElement?.getBoundingClientRect();
  return heading === undefined ? 0 : event.clientX - heading.left;
}

/** The edge of a heading: dragged, it makes the column wider; a double click makes it as usual. By key, "Columns…" does. */
export function ResizeHandle({ onResize }: ResizeHandleProps) {
  return (
    <span
      aria-hidden="true"
      className={styles.resize}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerUp={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onResize(widthAt(event));
      }}
      onDoubleClick={() => onResize(null)}
    />
  );
}
