/** The app's own protocol: pages come from the built window and from nowhere else, and `file://` is never used. */
export const scheme = 'counterpart';
export const appOrigin = `${scheme}://app`;
export const startAddress = `${appOrigin}/index.html`;

/** Whether an address is a page of the app itself. */
export function isAppAddress(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return protocol === `${scheme}:` && host === 'app';
  } catch {
    return false;
  }
}
