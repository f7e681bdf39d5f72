import {
  connectSalesforce,
  myDomainOrigin,
  type SalesforceClient,
  salesforceOAuth,
  salesforceSignInFailure,
} from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { loopbackAddress, type SalesforceApp } from '#shared/sign-in.ts';
import type { Kept } from './kept-file.ts';
import type { Party, PracticePlaces } from './party.ts';
import { newProof } from './proof.ts';

/** Where Salesforce signs people in: https://help.salesforce.com/s/articleView?id=xcloud.domain_name_url_formats.htm */
const logins = {
  production: 'https://login.salesforce.com',
  sandbox: 'https://test.salesforce.com',
} as const;

const defaultPort = 8416;

/** Signing in to Salesforce. `practice` starts the practice company, for its own app only. */
export function salesforceParty(
  practice: () => Promise<PracticePlaces>,
): Party<SalesforceApp, SalesforceClient> {
  async function loginUrlOf({ where, myDomain }: SalesforceApp): Promise<string> {
    if (where === 'practice') return (await practice()).salesforceUrl;
    if (where !== 'my-domain') return logins[where];
    const origin = myDomainOrigin(myDomain);
    if (origin !== null) return origin;
    throw new AppError('sign-in-form', {
      detail: 'the My Domain address is not one: it looks like https://example.my.salesforce.com',
    });
  }

  /** The practice company listens elsewhere each time it starts. */
  async function instanceOf({ app, place }: Pick<Kept<SalesforceApp>, 'app' | 'place'>): Promise<string> {
    return app.where === 'practice' ? (await practice()).salesforceUrl : place;
  }

  return {
    name: 'Salesforce',
    firstApp: { where: 'production', myDomain: '', clientId: '', port: defaultPort },
    practiceApp: ({ environment }) => ({
      where: 'practice',
      myDomain: '',
      clientId: environment.SALESFORCE_CLIENT_ID ?? '',
      port: defaultPort,
    }),
    async prepare(app) {
      if (app.clientId === '') throw new AppError('sign-in-form', { detail: 'the consumer key is missing' });
      const redirect = loopbackAddress(app.port);
      const login = { loginUrl: await loginUrlOf(app), clientId: app.clientId, redirect };
      const proof = newProof();
      return {
        address: await salesforceOAuth.address(login, proof),
        redirect,
        port: app.port,
        state: proof.state,
        async finish(answer, signal) {
          if (answer.kind === 'refused') {
            throw salesforceSignInFailure(answer.error, answer.description, redirect);
          }
          const granted = await salesforceOAuth.exchange(login, proof, answer.code, signal);
          const { instanceUrl, accessToken, refreshToken } = granted;
          return {
            place: instanceUrl,
            tokens: { accessToken, refreshToken, refreshSeconds: null, clientSecret: null },
          };
        },
      };
    },
    async connect(kept, { accessToken, refreshToken }, onTokens) {
      const instanceUrl = await instanceOf(kept);
      const { clientId } = kept.app;
      return connectSalesforce({ instanceUrl, accessToken, refreshToken, clientId }, { onTokens });
    },
    reconnectBy: () => null,
    async revoke(kept, { refreshToken }, signal) {
      await salesforceOAuth.revoke(await instanceOf(kept), refreshToken, signal);
    },
  };
}
