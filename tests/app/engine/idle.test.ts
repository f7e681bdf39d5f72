import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Idle } from '../../../app/engine/idle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is counted when memory is given back, and the means to be busy. */
function watched() {
  const seen = { released: 0, busy: false };
  const idle = new Idle(
    () => seen.busy,
    () => {
      seen.released += 1;
    },
  );
  return { idle, seen };
}

describe('when a person pauses', () => {
  test('memory is given back once, and again only after something was asked', () => {
    const { idle, seen } = watched();
    vi.advanceTimersByTime(100_000);
    expect(seen.released).toBe(0);
    idle.stir();
    vi.advanceTimersByTime(100_000);
    expect(seen.released).toBe(1);
    idle.stir();
    vi.advanceTimersByTime(100_000);
    expect(seen.released).toBe(2);
  });

  test('each question begins the pause anew', () => {
    const { idle, seen } = watched();
    for (let asked = 0; asked < 10; asked += 1) {
      idle.stir();
      vi.advanceTimersByTime(15_000);
    }
    expect(seen.released).toBe(0);
    vi.advanceTimersByTime(15_000);
    expect(seen.released).toBe(1);
  });

  test('what is under way is waited for', () => {
    const { idle, seen } = watched();
    seen.busy = true;
    idle.stir();
    vi.advanceTimersByTime(100_000);
    expect(seen.released).toBe(0);
    seen.busy = false;
    vi.advanceTimersByTime(20_000);
    expect(seen.released).toBe(1);
  });

  test('nothing happens after the end', () => {
    const { idle, seen } = watched();
    idle.stir();
    idle.end();
    vi.advanceTimersByTime(100_000);
    expect(seen.released).toBe(0);
  });
});
