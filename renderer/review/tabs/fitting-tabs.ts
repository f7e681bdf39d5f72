/** A tab as it takes part in the question which of them are shown. */
export interface TabSize {
  readonly width: number;
  /** There is nothing in its queue. */
  readonly empty: boolean;
  readonly open: boolean;
}

/**
 * Whether each tab is shown in a line of this width. Where not all fit, a menu (`moreWidth`) takes the empty ones first, then
 * those at the end; the open one always stays. `gap` stands between any two.
 */
export function fittingTabs(
  tabs: readonly TabSize[],
  available: number,
  moreWidth: number,
  gap: number,
): readonly boolean[] {
  const shown = tabs.map(() => true);
  let needed = tabs.reduce((sum, { width }) => sum + width + gap, -gap);
  if (needed <= available) return shown;
  needed += gap + moreWidth;
  for (const wanted of [true, false]) {
    for (let at = tabs.length - 1; at >= 0 && needed > available; at -= 1) {
      const tab = tabs[at];
      if (tab === undefined || tab.open || tab.empty !== wanted) continue;
      shown[at] = false;
      needed -= tab.width + gap;
    }
  }
  return shown;
}
