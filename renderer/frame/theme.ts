import { create } from 'zustand';
import type { Theme } from './themes.ts';

const storageKey = 'counterpart.theme';

function stored(): Theme {
  const value = localStorage.getItem(storageKey);
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** The appearance the person chose; `system` follows the system's. */
export const useTheme = create<{ readonly theme: Theme }>(() => ({ theme: stored() }));

/** Shows the chosen appearance and remembers it. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(storageKey);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(storageKey, theme);
    document.documentElement.dataset.theme = theme;
  }
  useTheme.setState({ theme });
}

/** Shows the remembered appearance. Called once, before the first paint. */
export function restoreTheme(): void {
  setTheme(stored());
}
