import { History, Inbox, type LucideIcon, PenLine, Sheet, Table2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';

/** The screens of an open project, in the order of the work. */
export const screens = [
  { id: 'sources', label: 'Sources', icon: Inbox },
  { id: 'review', label: 'Review', icon: Table2 },
  { id: 'worksheet', label: 'Worksheet', icon: Sheet },
  { id: 'write', label: 'Write', icon: PenLine },
  { id: 'history', label: 'History', icon: History },
] as const satisfies readonly { id: string; label: string; icon: LucideIcon }[];

export type ScreenId = (typeof screens)[number]['id'];

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

/** Shows another screen. */
export function goTo(screen: ScreenId): void {
  window.location.hash = screen;
}
