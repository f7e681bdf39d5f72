import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { startAddress } from './origin.ts';
import { rememberWindow, windowStateIn } from './window-state.ts';

/**
 * Opens the app's window where it was last (`stateFile`): isolated from Node and from the preload, sandboxed, shown once it
 * has something to show.
 */
export function openWindow(stateFile: string): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const last = windowStateIn(stateFile, screens);
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...last?.bounds,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Counterpart',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  rememberWindow(window, stateFile);
  window.once('ready-to-show', () => {
    if (last?.maximised === true) window.maximize();
    window.show();
  });
  void window.loadURL(startAddress);
  return window;
}

/** Brings the app's window to the front, or opens one where all were closed. */
export function showWindow(stateFile: string): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window === undefined) {
    openWindow(stateFile);
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}
