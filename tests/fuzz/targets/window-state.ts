import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import fc from 'fast-check';
import { rememberWindow, type WindowState, windowStateIn } from '#main/electron/window-state.ts';
import { asJson } from '../bytes.ts';
import { requireSame } from '../invariants.ts';
import { Finding, type Target } from '../target.ts';

/** The screens of a desk: one left of the first, and the first with a bar at its top. */
const screens: readonly Rectangle[] = [
  { x: -1_920, y: 0, width: 1_920, height: 1_080 },
  { x: 0, y: 25, width: 1_440, height: 875 },
];
const odd = fc.constantFrom(2 ** 31 - 1, 2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER, 1e300, 0.5, -0);
const place = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: -2_200, max: 1_600 }) }, odd);
const size = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: -10, max: 2_500 }) }, odd);
const top = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: -100, max: 1_200 }) }, odd);
const bounds = fc.record({ x: place, y: top, width: size, height: size });

/** A window of Electron as far as remembering it goes. */
class StandInWindow extends EventEmitter {
  readonly #state: WindowState;

  constructor(state: WindowState) {
    super();
    this.#state = state;
  }

  getNormalBounds(): Rectangle {
    return this.#state.bounds;
  }

  isMaximized(): boolean {
    return this.#state.maximised;
  }
}

/**
 * What is remembered of the window, whatever is in its file: a place that the system takes, on a screen, or none; and it is
 * the same when the window is closed there and opened again.
 */
export const windowState: Target = {
  name: 'window-state',
  form: 'json',
  any: asJson(
    fc.record({
      bounds: fc.oneof({ weight: 8, arbitrary: bounds }, fc.jsonValue()),
      maximised: fc.oneof({ weight: 8, arbitrary: fc.boolean() }, fc.jsonValue()),
    }),
  ),
  words: ['bounds', 'maximised', 'x', 'y', 'width', 'height', 'true', '1e999', '-0'],
  async open(folder) {
    const file = join(folder, 'window.json');
    return {
      async take(input) {
        writeFileSync(file, input);
        const state = windowStateIn(file, screens);
        if (state === null) return 'refused';
        const { x, y, width, height } = state.bounds;
        if ([x, y, width, height].some((one) => one !== (one | 0))) {
          throw new Finding(`bounds that no system takes: ${JSON.stringify(state.bounds)}`);
        }
        const sees = (area: Rectangle) =>
          x < area.x + area.width && y < area.y + area.height && x + width > area.x && y >= area.y;
        if (!screens.some(sees)) throw new Finding(`it is on no screen: ${JSON.stringify(state.bounds)}`);
        const window = new StandInWindow(state);
        rememberWindow(window as unknown as BrowserWindow, file);
        window.emit('close');
        requireSame(windowStateIn(file, screens), state, 'the window');
        return 'taken';
      },
      close: async () => undefined,
    };
  },
};
