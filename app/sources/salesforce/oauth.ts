/** Where a person signs in, with which app, and where they come back to. `loginUrl` is an origin. */
export interface SalesforceLogin {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly redirect: string;
}

/** What ties the answer of a sign-in to its question: `state` comes back, `verifier` never leaves but to the token endpoint. */
export interface SignInProof {
  readonly state: string;
  readonly verifier: string;
}

/** What a person granted. `instanceUrl` is the origin of their organisation. */
export interface Granted {
  readonly instanceUrl: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

/**
 * Salesforce's side of a sign-in by authorization code and PKCE, as a public client without a secret.
 * See https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm
 */
export const salesforceOAuth = {
  /** The page where the person signs in and allows the app. */
  async address(login: SalesforceLogin, proof: SignInProof): Promise<string> {
    const { addressToAuthorise } = await import('./oauth-calls.ts');
    return addressToAuthorise(login, proof);
  },

  /**
   * Trades the code for tokens; a code is good once. Throws one of the `sign-in-…` errors when Salesforce refuses,
   * `sign-in-scope` when the app grants no refresh token, and `service-unreachable`, `service-answer`, `cancelled`.
   */
  async exchange(
    login: SalesforceLogin,
    proof: SignInProof,
    code: string,
    signal: AbortSignal,
  ): Promise<Granted> {
    const { exchangeCode } = await import('./oauth-calls.ts');
    return exchangeCode(login, proof, code, signal);
  },

  /**
   * Ends a refresh token and the access tokens that came of it, at the organisation's own origin.
   * Throws as every call does. See https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_revoke_token.htm
   */
  async revoke(origin: string, token: string, signal: AbortSignal): Promise<void> {
    const { revokeToken } = await import('./oauth-calls.ts');
    await revokeToken(origin, token, signal);
  },
};
