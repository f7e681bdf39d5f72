import { type PointerEvent, useRef } from 'react';
import styles from '../table/grid.module.css';

interface ResizeHandleProps {
  /** The new width in pixels. */
  readonly onResize: (width: number) => void;
  /** Asks for the width that the column's texts take. */
  readonly onFit: () => void;
}

function widthAt(event: PointerEvent<HTMLElement>): number {
  const heading = event.currentTarget.parentElement?.getBoundingClientRect();
  return heading === undefined ? 0 : event.clientX - heading.left;
}

/** The edge of a heading: dragged, it makes the column wider; a double click fits it to its texts. By key, "Columns…" does. */
export function ResizeHandle({ onResize, onFit }: ResizeHandleProps) {
  const from = useRef(0);
  return (
    <span
      aria-hidden="true"
      className={styles.resize}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = event.clientX;
      }}
      onPointerUp={(event) => {
        const isMoved = event.clientX !== from.current;
        if (isMoved && event.currentTarget.hasPointerCapture(event.pointerId)) onResize(widthAt(event));
      }}
      onDoubleClick={onFit}
    />
  );
}
