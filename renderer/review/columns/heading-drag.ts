import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';
import type { ColumnTrack } from './column-widths.ts';
import { type Drop, dropAt, type HeadingPlace } from './drop-at.ts';
import { type ColumnId, type ColumnLayout, droppedColumn } from './layout.ts';

/** A press that moves less than this many pixels is a click. */
const slack = 5;
/** So near the table's edge, in pixels, a heading that is dragged scrolls it, by so much at a time. */
const edge = 28;
const scrollStep = 16;

interface Press {
  readonly id: ColumnId;
  readonly x: number;
  readonly button: HTMLElement;
  readonly pointerId: number;
}

/**
 * Lets a person drag headings to other places. Escape takes the drag back. A pinned column stays among the pinned ones and
 * the others among the others.
 */
export function useHeadingDrag(
  tracks: readonly ColumnTrack[],
  layout: ColumnLayout,
  setLayout: (layout: ColumnLayout) => void,
) {
  const press = useRef<Press | null>(null);
  const hasDragged = useRef(false);
  const [dragged, setDragged] = useState<ColumnId | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const end = () => {
    press.current = null;
    setDragged(null);
    setDrop(null);
  };

  useEffect(() => {
    if (dragged === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Nothing else is to be given up with the drag, such as the rows that are chosen.
      event.preventDefault();
      event.stopPropagation();
      const pressed = press.current;
      pressed?.button.releasePointerCapture(pressed.pointerId);
      press.current = null;
      setDragged(null);
      setDrop(null);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [dragged]);

  return {
    dragged,
    drop,
    /** What the button of a heading needs to be dragged by. */
    handlers: (id: ColumnId) => ({
      onPointerDown(event: ReactPointerEvent<HTMLElement>) {
        hasDragged.current = false;
        const { button, clientX: x, pointerId, currentTarget } = event;
        press.current = button === 0 ? { id, x, button: currentTarget, pointerId } : null;
      },
      onPointerMove(event: ReactPointerEvent<HTMLElement>) {
        // A quick mouse is over another heading when it first moves.
        const pressed = press.current;
        if (pressed === null) return;
        if (event.buttons === 0) return end();
        if (dragged === null) {
          if (Math.abs(event.clientX - pressed.x) < slack) return;
          pressed.button.setPointerCapture(pressed.pointerId);
          hasDragged.current = true;
          setDragged(pressed.id);
        }
        scrollNear(pressed.button, event.clientX);
        const places = placesBeside(pressed.button, pressed.id, tracks);
        setDrop(dropAt(event.clientX, pressed.id, places));
      },
      onPointerUp() {
        if (dragged !== null && drop !== null) {
          setLayout(droppedColumn(layout, dragged, drop.target, drop.after));
        }
        end();
      },
      onPointerCancel: end,
      /** The click with which a drag ends is none. */
      isClick: () => !hasDragged.current,
    }),
  };
}

/** The headings on the same side as this one: the pinned ones, or the others. */
function placesBeside(button: HTMLElement, id: ColumnId, tracks: readonly ColumnTrack[]): HeadingPlace[] {
  const isPinned = tracks.some((track) => track.id === id && track.pinned);
  const headings = button.closest('tr')?.querySelectorAll('th') ?? [];
  return tracks.flatMap((track, at) => {
    const heading = headings[at];
    if (heading === undefined || track.pinned !== isPinned) return [];
    const { left, right } = heading.getBoundingClientRect();
    return [{ id: track.id, left, right }];
  });
}

function scrollNear(button: HTMLElement, x: number): void {
  const table = button.closest('table');
  const box = table?.getBoundingClientRect();
  if (table === null || box === undefined) return;
  if (x > box.right - edge) table.scrollLeft += scrollStep;
  else if (x < box.left + edge) table.scrollLeft -= scrollStep;
}
