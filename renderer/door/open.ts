import type { Door } from '#shared/door.ts';
import { openSocketDoor } from './socket.ts';

declare global {
  interface Window {
    /** Made by Electron's preload script; absent in a browser. */
    readonly counterpart?: Door;
  }
}

/** The window's door: the one that the preload script made, or else a socket to the server of this page. */
export function openDoor(): Door {
  return window.counterpart ?? openSocketDoor(window.location, showPage);
}

function showPage(address: string): void {
  window.open(address, '_blank', 'noopener');
}
