import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may use the running app: whoever opened an address with a one-time key, from then on by a cookie. */
export class Access {
  readonly #keys = new Set<string>();
  readonly #sessions = new Set<string>();

  /** A new key for one opening of the app. */
  newKey(): string {
    const key = randomBytes(32).toString('base64url');
    this.#keys.add(key);
    return key;
  }

  /** Trades a key for a session, once; null when the key is unknown or used. */
  redeem(key: string): string | null {
    const known = [...this.#keys].find((candidate) => same(candidate, key));
    if (known === undefined) return null;
    this.#keys.delete(known);
    const session = randomBytes(32).toString('base64url');
    this.#sessions.add(session);
    return session;
  }

  /** Whether this is a session that was given out. */
  knows(session: string): boolean {
    return [...this.#sessions].some((candidate) => same(candidate, session));
  }
}

/** Equality that takes the same time wherever the texts differ. */
export function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
