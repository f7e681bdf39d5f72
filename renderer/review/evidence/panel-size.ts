import { useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { usePreference } from '../../door/preferences.tsx';

/** Where the evidence stands: beside the table, or below it in a narrow window. */
export type PanelPlace = 'side' | 'below';

const limits: Record<PanelPlace, { readonly first: number; readonly least: number; readonly most: number }> =
  {
    side: { first: 368, least: 300, most: 640 },
    below: { first: 300, least: 160, most: 480 },
  };

const Sizes = z.object({ side: z.number(), below: z.number() });
const firstSizes = { side: limits.side.first, below: limits.below.first };

const narrow = window.matchMedia('(max-width: 1040px)');

function watchWidth(onChange: () => void): () => void {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
}

function within(place: PanelPlace, size: number): number {
  const { least, most } = limits[place];
  return Math.min(most, Math.max(least, Math.round(size)));
}

/** The evidence's place and its size there, in pixels: width beside the table, height below it. Remembered. */
export function usePanelSize() {
  const place: PanelPlace = useSyncExternalStore(watchWidth, () => narrow.matches) ? 'below' : 'side';
  const [kept, keep] = usePreference('review.evidence', Sizes, firstSizes);
  // While it is dragged the size is not sent to be kept at every step.
  const [dragged, setDragged] = useState<number | null>(null);
  return {
    place,
    size: dragged ?? within(place, kept[place]),
    least: limits[place].least,
    most: limits[place].most,
    setSize: (size: number) => setDragged(within(place, size)),
    keepSize() {
      if (dragged !== null) keep({ ...kept, [place]: dragged });
      setDragged(null);
    },
  };
}
