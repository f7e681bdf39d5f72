import type { KeyboardEvent, PointerEvent } from 'react';
import { classes } from '../../components/classes.ts';
import type { usePanelSize } from './panel-size.ts';
import styles from './splitter.module.css';

const step = 16;

/** The edge between table and evidence: dragged with the pointer, moved with the arrow keys. */
export function Splitter({ panel }: { readonly panel: ReturnType<typeof usePanelSize> }) {
  const { place, size, least, most, setSize, keepSize } = panel;
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setSize(size - (place === 'side' ? event.movementX : event.movementY));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [larger, smaller] = place === 'side' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === larger) setSize(size + step);
    else if (event.key === smaller) setSize(size - step);
    else return;
    event.preventDefault();
  };
  // A separator that can be moved is a control in ARIA, which the plain element is not by itself.
  const control = { tabIndex: 0, 'aria-valuenow': size, 'aria-valuemin': least, 'aria-valuemax': most };
  return (
    <hr
      {...control}
      aria-label="Size of the evidence"
      aria-orientation={place === 'side' ? 'vertical' : 'horizontal'}
      className={classes(styles.splitter, styles[place])}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onLostPointerCapture={keepSize}
      onKeyUp={keepSize}
      onBlur={keepSize}
      onKeyDown={onKeyDown}
    />
  );
}
