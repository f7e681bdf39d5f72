import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Store } from './store.ts';
import type { ServiceName } from './write-log.ts';

const collection = 'Session';

const SessionState = z.object({ accessTokens: z.array(z.string()), refreshToken: z.string() });
type SessionState = z.infer<typeof SessionState>;

/** The newest access tokens that stay good; an older one ends as if it had run out. */
const keptAccessTokens = 10;

/** How a service's tokens look: random bytes in, token out. */
export interface TokenShape {
  accessToken(random: string): string;
  refreshToken(random: string): string;
}

/**
 * The sign-in of one service: which access tokens are good and what the refresh token is. It is kept in the store, so
 * that a company started again knows the tokens it gave out. Tokens run out only when told to, never by the clock.
 */
export class Sessions {
  readonly #store: Store;
  readonly #service: ServiceName;
  readonly #shape: TokenShape;

  constructor(store: Store, service: ServiceName, shape: TokenShape) {
    this.#store = store;
    this.#service = service;
    this.#shape = shape;
    if (store.get(collection, service) === undefined) this.#signIn();
  }

  get accessToken(): string {
    return this.#state.accessTokens.at(-1) ?? '';
  }

  get refreshToken(): string {
    return this.#state.refreshToken;
  }

  accepts(accessToken: string): boolean {
    return accessToken !== '' && this.#state.accessTokens.includes(accessToken);
  }

  /** Signs in anew when either token has ended; tokens that are good stay. */
  restore(): void {
    if (this.accessToken === '' || this.refreshToken === '') this.#signIn();
  }

  #signIn(): void {
    this.#save({
      accessTokens: [this.#shape.accessToken(random())],
      refreshToken: this.#shape.refreshToken(random()),
    });
  }

  /** A new access token for a refresh token, and with `rotate` a new refresh token; null when it is not good. */
  refresh(refreshToken: string, rotate: boolean): { accessToken: string; refreshToken: string } | null {
    const state = this.#state;
    if (refreshToken === '' || refreshToken !== state.refreshToken) return null;
    const accessToken = this.#shape.accessToken(random());
    const next = rotate ? this.#shape.refreshToken(random()) : refreshToken;
    this.#save({
      accessTokens: [...state.accessTokens, accessToken].slice(-keptAccessTokens),
      refreshToken: next,
    });
    return { accessToken, refreshToken: next };
  }

  /** Ends every access token, and with `refresh` the refresh token too. */
  expire(refresh: boolean): void {
    this.#save({ accessTokens: [], refreshToken: refresh ? '' : this.#state.refreshToken });
  }

  get #state(): SessionState {
    return SessionState.parse(this.#store.get(collection, this.#service));
  }

  #save(state: SessionState): void {
    this.#store.put(collection, this.#service, { ...state });
  }
}

function random(): string {
  return randomBytes(48).toString('base64url');
}
