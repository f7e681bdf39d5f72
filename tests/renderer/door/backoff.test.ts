import { expect, test } from 'vitest';
import { reconnectDelay } from '../../../renderer/door/backoff.ts';

test('pauses between attempts double, up to five seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 100].map(reconnectDelay)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
});
