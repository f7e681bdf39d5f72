import { useEffect, useRef } from 'react';
import { formatCounted } from '../../format/numbers.ts';
import { announce } from '../../frame/announcer.tsx';

/** Said after typing has rested this many milliseconds, so that not every letter is. */
const rest = 600;

/** Has a screen reader say how many rows a filter leaves, whenever the filter changes. */
export function useAnnouncedCount(count: number, filter: string): void {
  const said = useRef(filter);
  useEffect(() => {
    if (said.current === filter) return;
    const timer = setTimeout(() => {
      said.current = filter;
      announce(formatCounted(count, 'row'));
    }, rest);
    return () => clearTimeout(timer);
  }, [count, filter]);
}
