import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fittingTabs, type TabSize } from '../../../../renderer/review/tabs/fitting-tabs.ts';

const tab = (empty = false, open = false): TabSize => ({ width: 100, empty, open });
const [full, empty] = [tab(), tab(true)];

test('all tabs are shown where they fit', () => {
  expect(fittingTabs([full, empty, full], 304, 60, 2)).toEqual([true, true, true]);
});

test('empty queues are the first to go into the menu, then the last ones', () => {
  const tabs = [full, empty, full, empty, full];
  expect(fittingTabs(tabs, 480, 60, 2)).toEqual([true, true, true, false, true]);
  expect(fittingTabs(tabs, 300, 60, 2)).toEqual([true, false, true, false, false]);
});

test('the open tab stays, empty or not', () => {
  expect(fittingTabs([full, full, tab(true, true)], 200, 60, 2)).toEqual([false, false, true]);
});

test('what is shown fits, unless it is the open one alone', () => {
  const sizes = fc.array(
    fc.record({ width: fc.integer({ min: 20, max: 200 }), empty: fc.boolean(), open: fc.boolean() }),
    { minLength: 1, maxLength: 9 },
  );
  fc.assert(
    fc.property(sizes, fc.integer({ min: 0, max: 1_500 }), (tabs, available) => {
      const shown = fittingTabs(tabs, available, 60, 2);
      const widths = tabs.filter((_, at) => shown[at] === true).map(({ width }) => width);
      if (shown.includes(false)) widths.push(60);
      const needed = widths.reduce((sum, width) => sum + width + 2, -2);
      const onlyOpen = tabs.every(({ open }, at) => open === shown[at]);
      expect(needed <= available || onlyOpen).toBe(true);
    }),
  );
});
