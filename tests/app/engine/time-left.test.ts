import { describe, expect, test } from 'vitest';
import { TimeLeft } from '../../../app/engine/time-left.ts';

describe('the time that is left', () => {
  test('is unknown before there is a rate, and follows the last steps', () => {
    const left = new TimeLeft();
    expect(left.after(0, 0, 1_000)).toBeNull();
    expect(left.after(2_000, 200, 1_000)).toBe(8);
    expect(left.after(4_000, 400, 1_000)).toBe(6);
  });

  test('runs down while nothing comes', () => {
    const left = new TimeLeft();
    left.after(0, 0, 1_000);
    left.after(2_000, 200, 1_000);
    expect(left.after(5_000, 200, 1_000)).toBe(5);
    expect(left.after(50_000, 200, 1_000)).toBe(0);
  });

  test('forgets the rate where the machine slept, and where another count begins', () => {
    const left = new TimeLeft();
    left.after(0, 0, 1_000);
    left.after(2_000, 200, 1_000);
    expect(left.after(3_600_000, 400, 1_000)).toBeNull();
    expect(left.after(3_601_000, 500, 1_000)).toBe(5);
    expect(left.after(3_602_000, 0, 9)).toBeNull();
    expect(left.after(3_603_000, 1, null)).toBeNull();
  });
});
