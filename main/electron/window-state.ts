import { readFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';
import { putSmallFile } from '#app/home/index.ts';

/** The systems count in 32 bits. */
const Bounds = z.object({
  x: z.int32(),
  y: z.int32(),
  width: z.int32().positive(),
  height: z.int32().positive(),
});
const Stored = z.object({ bounds: Bounds, maximised: z.boolean() });

/** Where the window was when it was used last. */
export type WindowState = z.infer<typeof Stored>;

/** So much of the window has to be on a screen for it to be found there (points). */
const graspable = { width: 200, height: 100 };

/** Where the window was, as `file` says; null where nothing is known, or it is on none of the `screens` any more. */
export function windowStateIn(file: string, screens: readonly Rectangle[]): WindowState | null {
  try {
    const state = Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
    return screens.some((area) => canBeGrasped(state.bounds, area)) ? state : null;
  } catch {
    return null;
  }
}

/** Writes down where the window is whenever it is closed. What cannot be written is left: it is a convenience. */
export function rememberWindow(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximised: window.isMaximized() };
    putSmallFile(file, JSON.stringify(state));
  });
}

/** Whether enough of a window is on a screen for a person to take hold of it. Pure. */
export function canBeGrasped(window: Rectangle, area: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const height = Math.min(window.y + window.height, area.y + area.height) - Math.max(window.y, area.y);
  return width >= graspable.width && height >= graspable.height && window.y >= area.y;
}
