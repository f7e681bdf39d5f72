import { create } from 'zustand';

const storageKey = 'counterpart.trouble';

/** Whether the panel of what can go wrong is open. It is closed until a person opens it. */
export const useTroubleView = create<{ readonly open: boolean }>(() => ({
  open: localStorage.getItem(storageKey) === 'open',
}));

/** Opens or closes the panel, and remembers it. */
export function setTroubleOpen(open: boolean): void {
  if (open) localStorage.setItem(storageKey, 'open');
  else localStorage.removeItem(storageKey);
  useTroubleView.setState({ open });
}
