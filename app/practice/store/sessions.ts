import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Store } from './store.ts';
import type { ServiceName } from './write-log.ts';

const collection = 'Session';

/** What a person granted at the authorize page: it ends on its own. */
const Grant = z.object({ accessTokens: z.array(z.string()), refreshToken: z.string() });
type Grant = z.infer<typeof Grant>;

const SessionState = Grant.extend({ grants: z.array(Grant).default([]) });
type SessionState = z.infer<typeof SessionState>;

/** The newest access tokens that stay good; an older one ends as if it had run out. */
const keptAccessTokens = 10;

/** How a service's tokens look: random bytes in, token out. */
export interface TokenShape {
  accessToken(random: string): string;
  refreshToken(random: string): string;
}

/** An access token and the refresh token that renews it. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
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
    const { grants, ...own } = this.#state;
    return accessToken !== '' && [own, ...grants].some((grant) => grant.accessTokens.includes(accessToken));
  }

  /** Signs in anew when either token has ended; tokens that are good stay. */
  restore(): void {
    if (this.accessToken === '' || this.refreshToken === '') this.#signIn(this.#state.grants);
  }

  /** New tokens for a person who allowed an app. */
  grant(): TokenPair {
    const { grants, ...own } = this.#state;
    const pair = this.#newPair();
    const grant = { accessTokens: [pair.accessToken], refreshToken: pair.refreshToken };
    this.#save({ ...own, grants: [...grants, grant] });
    return pair;
  }

  /** Ends the grant that a token belongs to; whether there was one. The sign-in from the start cannot be revoked. */
  revoke(token: string): boolean {
    const { grants, ...own } = this.#state;
    const left = grants.filter(
      ({ accessTokens, refreshToken }) => refreshToken !== token && !accessTokens.includes(token),
    );
    this.#save({ ...own, grants: left });
    return left.length < grants.length;
  }

  #newPair(): TokenPair {
    return {
      accessToken: this.#shape.accessToken(random()),
      refreshToken: this.#shape.refreshToken(random()),
    };
  }

  #signIn(grants: Grant[] = []): void {
    this.#save({
      grants,
      accessTokens: [this.#shape.accessToken(random())],
      refreshToken: this.#shape.refreshToken(random()),
    });
  }

  /**
   * A new access token for a refresh token, and with `rotate` a new refresh token; null when it is not good. One that
   * a person granted always rotates.
   */
  refresh(refreshToken: string, rotate: boolean): TokenPair | null {
    const { grants, ...own } = this.#state;
    if (refreshToken === '') return null;
    if (refreshToken === own.refreshToken) {
      const [next, pair] = this.#renewed(own, rotate);
      this.#save({ ...next, grants });
      return pair;
    }
    const granted = grants.find((grant) => grant.refreshToken === refreshToken);
    if (granted === undefined) return null;
    const [next, pair] = this.#renewed(granted, true);
    this.#save({ ...own, grants: grants.map((grant) => (grant === granted ? next : grant)) });
    return pair;
  }

  #renewed(grant: Grant, rotate: boolean): [Grant, TokenPair] {
    const pair = this.#newPair();
    const refreshToken = rotate ? pair.refreshToken : grant.refreshToken;
    const accessTokens = [...grant.accessTokens, pair.accessToken].slice(-keptAccessTokens);
    return [
      { accessTokens, refreshToken },
      { accessToken: pair.accessToken, refreshToken },
    ];
  }

  /** Ends every access token, and with `refresh` every refresh token too. */
  expire(refresh: boolean): void {
    const { grants, refreshToken } = this.#state;
    const ended = grants.map((grant) => ({ ...grant, accessTokens: [] }));
    this.#save({
      accessTokens: [],
      refreshToken: refresh ? '' : refreshToken,
      grants: refresh ? [] : ended,
    });
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
