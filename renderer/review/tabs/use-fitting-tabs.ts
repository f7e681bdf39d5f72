import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { fittingTabs, type TabSize } from './fitting-tabs.ts';

const gap = 2;

/** A tab as its own line of measuring shows it: the sizes are read from there, of all of them. */
export type UnmeasuredTab = Omit<TabSize, 'width'>;

/**
 * Which tabs are shown in their line as it is wide now. `ruler` is the element that holds every tab, and last the button of
 * the menu, to be measured, and is as wide as the line.
 */
export function useFittingTabs(
  tabs: readonly UnmeasuredTab[],
  labels: string,
): { readonly ruler: RefObject<HTMLDivElement | null>; readonly shown: readonly boolean[] } {
  const ruler = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [sizes, setSizes] = useState<readonly number[]>([]);
  useLayoutEffect(() => {
    const element = ruler.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  // All digits are as wide as each other: a count that changes at every decision need not be measured each time.
  const shape = labels.replace(/\d/g, '0');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes are those of labels of this shape.
  useLayoutEffect(() => {
    setSizes(Array.from(ruler.current?.children ?? [], (child) => child.getBoundingClientRect().width));
  }, [shape]);
  const measured = tabs.map((tab, at): TabSize => ({ ...tab, width: sizes[at] ?? 0 }));
  return { ruler, shown: fittingTabs(measured, width, sizes[tabs.length] ?? 0, gap) };
}
