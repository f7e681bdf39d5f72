import type { Page } from '@playwright/test';

/** What the window tells of itself, put there before its own code runs. */
interface WindowWatch {
  /** When long tasks began (`Date.now`), and how long they took, in milliseconds. */
  readonly tasks: { from: number; blocked: number }[];
  /** Times between two frames since the last `begin`. */
  frames: number[];
  beginFrames(): void;
  endFrames(): number[];
  /**
   * Milliseconds from the next event of this type to the first picture in which `selector`'s attribute is another, and
   * after that is `end` where that is given.
   */
  toChange(event: string, selector: string, attribute: string, end: string | null): Promise<number>;
}

declare global {
  interface Window {
    readonly watch: WindowWatch;
  }
}

/** Puts the watch into every page of a browser; it must not use anything of this module, only of the page. */
export async function watchWindow(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: WindowWatch['tasks'] = [];
    let counting = false;
    const watch: WindowWatch = {
      tasks,
      frames: [],
      beginFrames() {
        watch.frames = [];
        counting = true;
        let last = performance.now();
        const frame = (now: number): void => {
          watch.frames.push(now - last);
          last = now;
          if (counting) requestAnimationFrame(frame);
        };
        requestAnimationFrame((now) => {
          last = now;
          requestAnimationFrame(frame);
        });
      },
      endFrames() {
        counting = false;
        return watch.frames;
      },
      toChange(event, selector, attribute, end) {
        const value = (): string | null | undefined =>
          document.querySelector(selector)?.getAttribute(attribute);
        const { promise, resolve } = Promise.withResolvers<number>();
        const before = value();
        let hasChanged = false;
        const patience = setTimeout(() => resolve(Number.POSITIVE_INFINITY), 30_000);
        addEventListener(
          event,
          ({ timeStamp }) => {
            const look = (): void => {
              const now = value();
              if (now === undefined) return;
              hasChanged ||= now !== before;
              if (!hasChanged || (end !== null && now !== end)) return;
              observer.disconnect();
              clearTimeout(patience);
              // After the next frame's own work the picture is made.
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
            };
            const observer = new MutationObserver(look);
            observer.observe(document, { subtree: true, childList: true, attributes: true });
          },
          { capture: true, once: true },
        );
        return promise;
      },
    };
    Object.defineProperty(window, 'watch', { value: watch });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        tasks.push({ from: performance.timeOrigin + startTime, blocked: duration });
      }
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** The longest task of the window between two moments of `Date.now`, in milliseconds; 0 where none took over 50. */
export async function longestTask(page: Page, from: number, to: number): Promise<number> {
  const tasks = await page.evaluate(() => window.watch.tasks);
  const within = tasks.filter((task) => task.from + task.blocked >= from && task.from <= to);
  return Math.max(0, ...within.map(({ blocked }) => blocked));
}

/** Which event begins a change, and by which attribute of which element its end is told. */
export interface Change {
  readonly event: string;
  readonly selector: string;
  readonly attribute: string;
  /** What the attribute has to be in the end, after it was something else; any other value where this is absent. */
  readonly end?: string;
}

/**
 * Milliseconds from an event that `act` causes to the first picture in which an attribute of an element is another than
 * before; `Infinity` when that did not happen within half a minute.
 */
export async function timeToChange(
  page: Page,
  { event, selector, attribute, end }: Change,
  act: () => Promise<void>,
): Promise<number> {
  const handle = await page.evaluateHandle(
    ([type, where, name, last]) => ({ took: window.watch.toChange(type, where, name, last) }),
    [event, selector, attribute, end ?? null] as const,
  );
  await act();
  return await handle.evaluate(({ took }) => took);
}

/** The times between frames, in milliseconds, while `act` goes on. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => window.watch.beginFrames());
  await act();
  return await page.evaluate(() => window.watch.endFrames());
}

/** What the window's own memory holds after a collection, in bytes. */
export async function windowBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
