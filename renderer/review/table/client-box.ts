import { type RefObject, useLayoutEffect, useState } from 'react';

/** The size of what an element shows of its content, in pixels: without its scroll bars. */
export interface ClientBox {
  readonly width: number;
  readonly height: number;
}

/** The size of an element as the browser tells of its changes, so that nobody has to ask and wait for a layout. */
export function useClientBox(ref: RefObject<HTMLElement | null>): ClientBox {
  const [box, setBox] = useState<ClientBox>({ width: Number.POSITIVE_INFINITY, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    setBox({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setBox((known) => (known.width === width && known.height === height ? known : { width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return box;
}
