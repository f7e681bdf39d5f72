import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connectSalesforce, type SalesforceClient } from '#app/sources/index.ts';
import { SalesforceApp } from '#shared/sign-in.ts';
import { Clients } from '../../../app/sign-in/clients.ts';
import { keptFile } from '../../../app/sign-in/kept-file.ts';
import type { Party } from '../../../app/sign-in/party.ts';
import { memorySecrets, type SecretStore } from '../../../app/sign-in/secrets.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { answerAs } from '../sources/salesforce/organisation.ts';
import {
  type Received,
  type Reply,
  type ScriptedServer,
  scriptedServer,
} from '../sources/service/scripted-server.ts';

const { signal } = new AbortController();
const app: SalesforceApp = { where: 'production', myDomain: '', clientId: 'client', port: 8416 };
const finished = (server: ScriptedServer) => ({
  place: server.url,
  tokens: { accessToken: 'access-1', refreshToken: 'refresh-1', refreshSeconds: null, clientSecret: null },
});

const acme = {
  kind: 'service',
  organisationId: '00D000000000001AAA',
  organisationName: 'Acme',
  environment: 'sandbox',
  choice: { kind: 'all' },
} as const;

/** An organisation whose tokens rotate: only the newest is good, and `access-1` never was. */
function rotatingOrganisation(onRequest: (request: Received) => void = () => undefined) {
  let renewals = 1;
  const answer = answerAs({ accounts: [] });
  return scriptedServer((request): Reply => {
    onRequest(request);
    if (request.path === '/services/oauth2/revoke') return { json: {} };
    if (request.path !== '/services/oauth2/token') {
      const isGood = renewals > 1 && request.headers.authorization === `Bearer access-${renewals}`;
      return isGood
        ? answer(request)
        : { status: 401, json: [{ errorCode: 'INVALID_SESSION_ID', message: '' }] };
    }
    if (new URLSearchParams(request.body).get('refresh_token') !== `refresh-${renewals}`) {
      return { status: 400, json: { error: 'invalid_grant', error_description: 'expired' } };
    }
    renewals += 1;
    return { json: { access_token: `access-${renewals}`, refresh_token: `refresh-${renewals}`, id: 'u' } };
  });
}

function clientsWith(
  secrets: SecretStore,
  notices: string[] = [],
  file = join(temporaryFolder(), 'sign-ins.json'),
): Clients<SalesforceApp, SalesforceClient> {
  const party: Party<SalesforceApp, SalesforceClient> = {
    name: 'Salesforce',
    firstApp: app,
    practiceApp: () => app,
    prepare: async () => {
      throw new Error('not asked for here');
    },
    connect: async ({ place }, { accessToken, refreshToken }, onTokens) =>
      connectSalesforce(
        { instanceUrl: place, accessToken, refreshToken, clientId: 'client' },
        { onTokens },
        5_000,
      ),
    reconnectBy: () => null,
    revoke: async () => undefined,
  };
  return new Clients(party, keptFile(file, SalesforceApp), {
    secrets,
    now: () => new Date('2026-02-03T00:00:00.000Z'),
    onNotice: (message) => notices.push(message),
  });
}

describe('a token that was renewed', () => {
  test('is kept before it is used', async () => {
    const order: string[] = [];
    const secrets: SecretStore = {
      ...memorySecrets(),
      set: async (_name, value) => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        order.push(`kept ${/access-\d/.exec(value)?.[0]}`);
      },
    };
    await using server = await rotatingOrganisation(({ headers }) => {
      if (headers.authorization !== undefined) order.push(`used ${headers.authorization.slice(7)}`);
    });
    const clients = clientsWith(secrets);
    const begun = await clients.begin(app, finished(server));
    await clients.adopt(begun, acme, '/a');
    await begun.client.identify(signal);
    expect(order).toEqual(['kept access-1', 'used access-1', 'kept access-2', 'used access-2']);
  });

  test('while nobody keeps the sign-in yet, is the one that is kept', async () => {
    const secrets = memorySecrets();
    await using server = await rotatingOrganisation();
    const clients = clientsWith(secrets);
    const begun = await clients.begin(app, finished(server));
    const organisation = await begun.client.identify(signal);
    await clients.adopt(begun, organisation, '/a');
    expect(await secrets.get(`salesforce/${organisation.organisationId}`)).toContain('refresh-2');
  });

  test('that cannot be kept goes on working, and the person is told', async () => {
    const notices: string[] = [];
    const secrets: SecretStore = {
      ...memorySecrets(),
      set: async () => {
        throw new Error('disk full');
      },
    };
    await using server = await rotatingOrganisation();
    const clients = clientsWith(secrets, notices);
    const begun = await clients.begin(app, finished(server));
    const organisation = await begun.client.identify(signal);
    await clients.adopt(begun, organisation, '/a');
    expect(await begun.client.identify(signal)).toEqual(organisation);
    expect(notices).toEqual(['The sign-in could not be kept. It lasts until Counterpart ends.']);
  });

  test('after the sign-out is kept no more', async () => {
    const secrets = memorySecrets();
    await using server = await rotatingOrganisation();
    const clients = clientsWith(secrets);
    const begun = await clients.begin(app, finished(server));
    await clients.adopt(begun, acme, '/a');
    await clients.forget(acme.organisationId);
    await begun.client.identify(signal);
    expect(await secrets.get(`salesforce/${acme.organisationId}`)).toBeNull();
  });

  test('after the sign-out is kept no more by a client that another run had found again either', async () => {
    const secrets = memorySecrets();
    const file = join(temporaryFolder(), 'sign-ins.json');
    await using server = await rotatingOrganisation();
    const first = clientsWith(secrets, [], file);
    await first.adopt(await first.begin(app, finished(server)), acme, '/a');
    const again = clientsWith(secrets, [], file);
    const found = await again.find({ path: '/a', organisationId: null });
    await again.forget(acme.organisationId);
    await found?.client.identify(signal);
    expect(found).not.toBeNull();
    expect(await secrets.get(`salesforce/${acme.organisationId}`)).toBeNull();
  });

  test('by a client that a new sign-in has replaced does not take the place of the new one', async () => {
    const secrets = memorySecrets();
    await using server = await rotatingOrganisation();
    const clients = clientsWith(secrets);
    const former = await clients.begin(app, finished(server));
    await clients.adopt(former, acme, '/a');
    const found = await clients.find({ path: '/a', organisationId: null });
    const { place, tokens } = finished(server);
    const later = { place, tokens: { ...tokens, refreshToken: 'refresh-of-the-new-one' } };
    await clients.adopt(await clients.begin(app, later), acme, '/a');
    await found?.client.identify(signal);
    expect(await secrets.get(`salesforce/${acme.organisationId}`)).toContain('refresh-of-the-new-one');
  });
});
