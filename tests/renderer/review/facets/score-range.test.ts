import { expect, test } from 'vitest';
import {
  barHeights,
  movedByKey,
  rangeBetween,
  rangeWords,
} from '../../../../renderer/review/facets/score-range.ts';

test('a range is drawn in either direction, kept within 0 to 100, and is none when it is everything', () => {
  expect(rangeBetween(80.4, 20)).toEqual([20, 80]);
  expect(rangeBetween(-5, 30)).toEqual([0, 30]);
  expect(rangeBetween(-5, 120)).toBeNull();
});

test('keys move an end by one, by ten, and to the ends of the scale', () => {
  const keys = ['ArrowRight', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'a'];
  expect(keys.map((key) => movedByKey(key, 50))).toEqual([51, 49, 60, 40, 0, 100, null]);
});

test('the highest bar fills the histogram, and a hundredth of its rows is a tenth of its height', () => {
  const counts = new Array<number>(101).fill(0);
  counts[100] = 60;
  counts[98] = 40;
  counts[1] = 1;
  const heights = barHeights(counts);
  expect(heights).toHaveLength(50);
  expect([heights[49], heights[0], heights[10]]).toEqual([1, 0.1, 0]);
});

test('a range is said in per cent as the person writes them', () => {
  const percent = new Intl.NumberFormat(undefined, { style: 'percent' });
  for (let low = 0; low <= 100; low += 1) {
    expect(rangeWords([low, 100])).toBe(`${percent.format(low / 100)} to ${percent.format(1)}`);
  }
});
