import { create } from 'zustand';

/**
 * What opens over whatever screen is shown: the palette, the sheet of keys, changing them, what was decided, what to print,
 * what the program did.
 */
export type Pane = 'palette' | 'sheet' | 'keys' | 'history' | 'summary' | 'log';

/** Which pane is open. */
export const usePane = create<{ readonly pane: Pane | null }>(() => ({ pane: null }));

/** Opens a pane in place of what is open. */
export function openPane(pane: Pane): void {
  usePane.setState({ pane });
}

/** Closes whatever pane is open. */
export function closePane(): void {
  usePane.setState({ pane: null });
}
