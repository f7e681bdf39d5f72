const first = 250;
const longest = 5_000;

/** Milliseconds to wait before attempt `attempt` (from 0) at reconnecting: doubling, at most five seconds. */
export function reconnectDelay(attempt: number): number {
  return Math.min(longest, first * 2 ** Math.min(attempt, 10));
}
