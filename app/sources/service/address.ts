/**
 * An address that tokens may travel to: https, or http on this computer itself; null for any other. `text` is a whole
 * address.
 */
export function safeAddress(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null) return null;
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback) ? url : null;
}
