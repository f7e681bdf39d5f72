import { useState, useSyncExternalStore } from 'react';

/** Where the evidence stands: beside the table, or below it in a narrow window. */
export type PanelPlace = 'side' | 'below';

const limits: Record<PanelPlace, { readonly first: number; readonly least: number; readonly most: number }> =
  {
    side: { first: 368, least: 300, most: 640 },
    below: { first: 300, least: 160, most: 480 },
  };

const narrow = window.matchMedia('(max-width: 1040px)');

function watchWidth(onChange: () => void): () => void {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
}

const storageKey = (place: PanelPlace) => `counterpart.evidence.${place}`;

function within(place: PanelPlace, size: number): number {
  const { least, most } = limits[place];
  return Math.min(most, Math.max(least, Math.round(size)));
}

function remembered(place: PanelPlace): number {
  const size = Number(localStorage.getItem(storageKey(place)));
  return Number.isFinite(size) && size > 0 ? within(place, size) : limits[place].first;
}

/** The evidence's place and its size there, in pixels: width beside the table, height below it. Remembered. */
export function usePanelSize() {
  const place: PanelPlace = useSyncExternalStore(watchWidth, () => narrow.matches) ? 'below' : 'side';
  const [sizes, setSizes] = useState({ side: remembered('side'), below: remembered('below') });
  return {
    place,
    size: sizes[place],
    least: limits[place].least,
    most: limits[place].most,
    setSize(size: number) {
      const next = within(place, size);
      localStorage.setItem(storageKey(place), String(next));
      setSizes((known) => ({ ...known, [place]: next }));
    },
  };
}
