import { useEffect, useRef, useState } from 'react';

/**
 * A value that changes at once, but not while it changes again and again: what changed less than `pause` milliseconds after
 * the change before is given when there was no other for as long.
 */
export function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value);
  const changed = useRef(Number.NEGATIVE_INFINITY);
  const isSettled = Object.is(value, settled);
  useEffect(() => {
    if (isSettled) return;
    const now = performance.now();
    const isAlone = now - changed.current >= pause;
    changed.current = now;
    if (isAlone) {
      setSettled(value);
      return;
    }
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, isSettled, pause]);
  return settled;
}
