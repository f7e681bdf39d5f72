import { OAuth2 } from 'jsforce';
import { z } from 'zod';
import { safeAddress } from '../service/address.ts';
import { parsedAnswer, unusable } from '../service/answer.ts';
import { withinTime } from '../service/deadline.ts';
import { withoutSecrets } from '../service/secrets.ts';
import type { Service } from '../service/service.ts';
import { failureOf } from './failure.ts';
import type { Granted, SalesforceLogin, SignInProof } from './oauth.ts';
import { refusalIn } from './refusal.ts';
import { signInFailure } from './sign-in-failure.ts';
import { CallTransport } from './transport.ts';

/** Longest time of one call in milliseconds. */
const patience = 30_000;

/** What Counterpart asks for: the REST API, and to renew the sign-in without the person. */
const scope = 'api refresh_token';

const TokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  instance_url: z.string(),
});

/** The page where the person allows the app. jsforce leaves the challenge's method out, so it is named here. */
export function addressToAuthorise(login: SalesforceLogin, proof: SignInProof): string {
  return clientOf(login, proof).getAuthorizationUrl({
    scope,
    state: proof.state,
    code_challenge_method: 'S256',
    prompt: 'select_account',
  });
}

/** See `salesforceOAuth.exchange`. */
export async function exchangeCode(
  login: SalesforceLogin,
  proof: SignInProof,
  code: string,
  signal: AbortSignal,
): Promise<Granted> {
  const service: Service = { name: 'Salesforce', address: login.loginUrl };
  const secrets = [code, proof.verifier];
  const body = await withinTime(service, signal, patience, async (ended) => {
    const oauth2 = clientOf(login, proof);
    const transport = new CallTransport(ended);
    oauth2._transport = transport;
    try {
      return await oauth2.requestToken(code);
    } catch (error) {
      const refusal = refusalIn(transport);
      if (refusal === null) throw failureOf(service, transport, error, secrets);
      const { error: name, error_description: description } = refusal;
      throw signInFailure(name, withoutSecrets(description, secrets), login.redirect);
    }
  });
  const answer = parsedAnswer(service, TokenAnswer, body);
  const instance = safeAddress(answer.instance_url);
  if (instance === null) throw unusable(service, 'the address of the organisation cannot be used');
  if (answer.refresh_token === undefined) throw signInFailure('invalid_scope', '', login.redirect);
  return {
    instanceUrl: instance.origin,
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
  };
}

/** See `salesforceOAuth.revoke`. */
export async function revokeToken(origin: string, token: string, signal: AbortSignal): Promise<void> {
  const service: Service = { name: 'Salesforce', address: origin };
  await withinTime(service, signal, patience, async (ended) => {
    const oauth2 = new OAuth2({ loginUrl: origin });
    const transport = new CallTransport(ended);
    oauth2._transport = transport;
    try {
      await oauth2.revokeToken(token);
    } catch (error) {
      throw failureOf(service, transport, error, [token]);
    }
  });
}

function clientOf({ loginUrl, clientId, redirect }: SalesforceLogin, { verifier }: SignInProof): OAuth2 {
  const oauth2 = new OAuth2({ loginUrl, clientId, redirectUri: redirect });
  // Not `useVerifier`: jsforce's own is longer than the 128 characters that RFC 7636 allows.
  oauth2.codeVerifier = verifier;
  return oauth2;
}
