/** Tokens after a refresh. They live in memory only; `refreshToken` is null where the service gave no new one. */
export interface RefreshedTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
}

/** What a connection tells its owner without being asked. */
export interface ConnectionEvents {
  /** A sign-in was renewed. A rotated refresh token replaces the old one, which no longer works. */
  onTokens?(tokens: RefreshedTokens): void;
}
