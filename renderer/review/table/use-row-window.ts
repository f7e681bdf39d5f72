import { type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { type ClientBox, useClientBox } from './client-box.ts';
import {
  apart,
  broughtIntoSight,
  inSlots,
  overscan,
  rowHeight,
  rowsInPage,
  rowsInSight,
  seenHeight,
  slotOf,
} from './row-window.ts';

type Scrolling = Virtualizer<HTMLElement, HTMLElement>;

/** A row that is to be in the page. */
export interface WindowRow {
  readonly index: number;
  /** Its React key: rows take over the elements of those that left. */
  readonly slot: number;
  /** Pixels from the top of all rows. */
  readonly top: number;
}

interface RowWindow {
  /** By their elements: an element that has to move in the page is laid out anew with all that is in it. */
  readonly rows: readonly WindowRow[];
  /** The same from the first to the last, as they are read. */
  readonly inOrder: readonly WindowRow[];
  /** The height of all rows, in pixels. */
  readonly height: number;
  /** How many rows are whole in sight, at least one. */
  readonly page: number;
  readonly box: ClientBox;
}

/**
 * Which rows of a scrolling table are in the page. The active row is brought into sight whenever it becomes another one,
 * and the rows around it are there at once: they are drawn for where the table is about to be scrolled to, not for where
 * it was, or each key would take the browser two rounds.
 */
export function useRowWindow(
  ref: RefObject<HTMLElement | null>,
  count: number,
  activeIndex: number,
): RowWindow {
  const box = useClientBox(ref);
  const seen = seenHeight(box.height);
  const scrolled = useRef(0);
  const brought = useRef({ index: -1, seen: 0 });
  const isBrought = brought.current.index === activeIndex && brought.current.seen === seen;
  const to = activeIndex < 0 || isBrought ? null : broughtIntoSight(activeIndex, scrolled.current, seen);

  const tell = useRef<((offset: number) => void) | null>(null);
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => ref.current,
    estimateSize: () => rowHeight,
    overscan,
    rangeExtractor: useCallback(
      (range: Range) => {
        const inSight = to === null ? range : rowsInSight(to, seen, range.count);
        return rowsInPage(inSight, range.count, activeIndex);
      },
      [activeIndex, to, seen],
    ),
    observeElementOffset: useCallback(
      ({ scrollElement }: Scrolling, callback: (offset: number, isScrolling: boolean) => void) => {
        tell.current = (offset) => {
          scrolled.current = offset;
          // As at rest: nothing is drawn otherwise while it moves, and the end of that would be one more drawing.
          callback(offset, false);
        };
        const onScroll = () => tell.current?.(scrollElement?.scrollTop ?? 0);
        scrollElement?.addEventListener('scroll', onScroll, { passive: true });
        return () => scrollElement?.removeEventListener('scroll', onScroll);
      },
      [],
    ),
  });
  useLayoutEffect(() => {
    const element = ref.current;
    brought.current = { index: activeIndex, seen };
    if (to === null || element === null) return;
    element.scrollTo({ top: to });
    tell.current?.(element.scrollTop);
  }, [ref, activeIndex, seen, to]);

  const items = virtual.getVirtualItems();
  // Only now is the range the one of these items: before, it may be that of another queue.
  const inSight = to === null ? virtual.range : rowsInSight(to, seen, count);
  const rows = items.map(({ index, start }) => ({
    index,
    slot: inSight === null ? apart : slotOf(index, inSight, seen),
    top: start,
  }));
  return {
    rows: inSlots(rows),
    inOrder: rows,
    height: virtual.getTotalSize(),
    page: Math.max(1, Math.floor(seen / rowHeight)),
    box,
  };
}
