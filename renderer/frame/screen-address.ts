import { useSyncExternalStore } from 'react';
import { type ScreenId, screens } from './screen-list.ts';

function screenInAddress(): ScreenId {
  const wanted = window.location.hash.slice(1);
  return screens.find(({ id }) => id === wanted)?.id ?? 'sources';
}

function watchAddress(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** The screen that is shown. It stands in the address, so a reload and the back button keep their meaning. */
export function useScreen(): ScreenId {
  return useSyncExternalStore(watchAddress, screenInAddress);
}

/** Goes on to a screen from another one, unless somebody has left that meanwhile. */
export function goOn(from: ScreenId, to: ScreenId): void {
  if (screenInAddress() === from) goTo(to);
}

/** Shows another screen. */
export function goTo(screen: ScreenId): void {
  window.location.hash = screen;
}
