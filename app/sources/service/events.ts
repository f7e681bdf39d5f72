/** Tokens after a refresh. `refreshToken` is null where the service gave no new one. */
export interface RefreshedTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** How long the new refresh token lasts, where the service says so. */
  readonly refreshSeconds?: number;
}

/** What a connection tells its owner without being asked. */
export interface ConnectionEvents {
  /**
   * A sign-in was renewed. A rotated refresh token replaces the old one, which no longer works. What this gives is
   * awaited before the new token is used, so that it can be kept first.
   */
  onTokens?(tokens: RefreshedTokens): unknown;
}
