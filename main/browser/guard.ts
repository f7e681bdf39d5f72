/** The headers of a request that tell who is asking. */
export interface Caller {
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

/**
 * Whether a request was meant for this server by its own page.
 *
 * A name other than the loopback address in Host is DNS rebinding: a foreign page whose name was pointed at this
 * machine. An Origin other than our own is a foreign page calling us directly. Browsers send Origin with every
 * WebSocket and every POST; a plain GET of the page has none.
 */
export function isOwn(caller: Caller, port: number, originRequired: boolean): boolean {
  const host = `127.0.0.1:${port}`;
  if (caller.host !== host) return false;
  if (caller.origin === undefined) return !originRequired;
  return caller.origin === `http://${host}`;
}
