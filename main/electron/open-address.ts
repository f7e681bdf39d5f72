import { shell } from 'electron';

/**
 * Opens a web page in the person's browser: https, or http on this computer itself. Throws for anything else, which
 * the system might run instead of show.
 * See https://www.electronjs.org/docs/latest/tutorial/security, point 15.
 */
export async function openAddress(address: string): Promise<void> {
  const url = URL.parse(address);
  const isLocal = url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
  if (url === null || !(url.protocol === 'https:' || isLocal)) throw new Error('not a web page');
  await shell.openExternal(url.href);
}
