// Longer than other files: both services go the same ways in and out, and are held to them side by side.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { practiceOrganisationId, practiceRealmId } from '#app/practice/index.ts';
import { SignInRequest } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import type { SignedIn } from '#shared/sign-in.ts';
import { Tokens } from '../../../app/sign-in/tokens.ts';
import { decideAt } from '../../support/consent.ts';
import { freePort } from '../../support/free-port.ts';
import { aProject } from '../../support/projects.ts';
import { SignInBench } from '../../support/signing-in.ts';
import { scriptedServer } from '../sources/service/scripted-server.ts';

const organisations = { salesforce: practiceOrganisationId, quickbooks: practiceRealmId };
const sides = ['salesforce', 'quickbooks'] as const;

/** The practice project, with a sign-in that waits at a free port. */
async function waitingBench(side: Side, patience?: number) {
  const bench = new SignInBench(patience === undefined ? {} : { patience });
  await bench.call('practice.open', {});
  const port = await freePort();
  await begin(bench, side, port);
  return { bench, port };
}

async function begin(bench: SignInBench, side: Side, port: number): Promise<void> {
  await bench.call('connections.signIn', await requestOf(bench, side, { port }));
}

async function requestOf(bench: SignInBench, side: Side, change: object): Promise<SignInRequest> {
  const { app } = (await bench.call('connections.settings', {}))[side];
  return SignInRequest.parse({
    side,
    app: { ...app, ...change },
    ...(side === 'quickbooks' ? { clientSecret: null } : {}),
  });
}

async function signedInBench(side: Side) {
  const { bench, port } = await waitingBench(side);
  await fetch(await decideAt(await bench.address(side), 'allow'));
  expect(await bench.over(side)).toBeNull();
  return { bench, port };
}

async function serviceUrl(bench: SignInBench, side: Side): Promise<string> {
  const info = await bench.call('practice.info', {});
  if (info === null) throw new Error('The practice company does not run.');
  return side === 'salesforce' ? info.salesforceUrl : info.quickbooksUrl;
}

async function control(bench: SignInBench, side: Side, path: string, body: unknown): Promise<void> {
  await fetch(`${await serviceUrl(bench, side)}/practice/${path}`, {
    method: 'POST',
    headers: { 'x-practice': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function signedIn(bench: SignInBench, side: Side): Promise<SignedIn | null> {
  return (await bench.call('connections.settings', {}))[side].signedIn;
}

function keptTokens(bench: SignInBench, side: Side): Tokens {
  return Tokens.parse(JSON.parse(bench.secrets.kept.get(`${side}/${organisations[side]}`) ?? 'null'));
}

/** Every file under a folder but the practice company's own, which plays the services: they know their tokens. */
function allText(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('practice-company.sqlite'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

const isFree = async (port: number) =>
  await fetch(`http://127.0.0.1:${port}/callback`).then(
    () => false,
    () => true,
  );

describe.each(sides)('at %s, a sign-in that is allowed', (side) => {
  test('connects the project to the organisation that allowed it', async () => {
    const { bench, port } = await signedInBench(side);
    const settings = await bench.call('connections.settings', {});
    expect(settings[side].signedIn?.organisation.organisationId).toBe(organisations[side]);
    expect(settings[side].app).toMatchObject({ where: 'practice', port });
    expect(settings.keeping).toBe('memory');
    expect(await isFree(port)).toBe(true);
  });

  test('is what an export works with', async () => {
    const { bench } = await waitingBench(side);
    await control(bench, side, 'sessions/expire', { refresh: true });
    expect(await bench.codeOf('sources.export', {})).toBe('service-session');
    await fetch(await decideAt(await bench.address(side), 'allow'));
    expect(await bench.over(side)).toBeNull();
    expect(await bench.codeOf('sources.export', {})).toBeNull();
  });

  test('works by pasting the address that the browser was sent to', async () => {
    const { bench } = await waitingBench(side);
    const address = await decideAt(await bench.address(side), 'allow');
    expect(await bench.codeOf('connections.pasteRedirect', { side, address: 'https://example.com' })).toBe(
      'sign-in-paste',
    );
    const foreign = address.replace(/state=[^&]+/, 'state=other');
    expect(await bench.codeOf('connections.pasteRedirect', { side, address: foreign })).toBe('sign-in-state');
    await bench.call('connections.pasteRedirect', { side, address: `  ${address}\n` });
    expect(await bench.over(side)).toBeNull();
  });

  test('answers the browser with a page that says so and keeps nothing', async () => {
    const { bench } = await waitingBench(side);
    const page = await fetch(await decideAt(await bench.address(side), 'allow'));
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('return to Counterpart');
    expect(await bench.over(side)).toBeNull();
  });
});

describe.each(sides)('at %s, a sign-in that is not allowed', (side) => {
  test.each([
    ['denied', (address: string) => decideAt(address, 'deny'), 'sign-in-denied'],
    [
      'answered with another state',
      async (address: string) =>
        (await decideAt(address, 'allow')).replace(/state=[^&]+/, 'state=somebody-elses'),
      'sign-in-state',
    ],
    [
      'answered with a code that Salesforce does not know',
      async (address: string) => (await decideAt(address, 'allow')).replace(/code=[^&]+/, 'code=made-up'),
      'sign-in-late',
    ],
  ])('because it was %s leaves nothing behind', async (_case, answer, code) => {
    const { bench, port } = await waitingBench(side);
    await fetch(await answer(await bench.address(side)));
    expect(await bench.over(side)).toBe(code);
    expect(await signedIn(bench, side)).toBeNull();
    expect(bench.secrets.kept.size).toBe(0);
    expect(await isFree(port)).toBe(true);
  });

  test('because it was cancelled frees the port, and can begin again', async () => {
    const { bench, port } = await waitingBench(side);
    await bench.call('connections.cancelSignIn', { side });
    expect(await bench.attempt(side)).toBeNull();
    expect(await isFree(port)).toBe(true);
    await begin(bench, side, port);
    await fetch(await decideAt(await bench.address(side), 'allow'));
    expect(await bench.over(side)).toBeNull();
  });

  test('in time frees the port', async () => {
    const { bench, port } = await waitingBench(side, 200);
    expect(await bench.over(side)).toBe('sign-in-timeout');
    expect(await isFree(port)).toBe(true);
  });

  test('because the port is taken says so at once', async () => {
    const { bench, port } = await waitingBench(side);
    const other = new SignInBench();
    await other.call('practice.open', {});
    const request = await requestOf(other, side, { port });
    expect(await other.codeOf('connections.signIn', request)).toBe('sign-in-port');
    await bench.call('connections.cancelSignIn', { side });
  });

  test('because another was begun at the same moment frees the port', async () => {
    const bench = new SignInBench();
    await bench.call('practice.open', {});
    const ports = [await freePort(), await freePort()];
    const requests = await Promise.all(ports.map((port) => requestOf(bench, side, { port })));
    await Promise.all(requests.map((request) => bench.call('connections.signIn', request)));
    const { app, attempt } = (await bench.call('connections.settings', {}))[side];
    expect(attempt?.kind).toBe('waiting');
    const [other] = ports.filter((port) => port !== app.port);
    await expect.poll(() => isFree(other ?? 0)).toBe(true);
    expect(await isFree(app.port)).toBe(false);
  });

  test('because another project was opened while it began does not wait in that one', async () => {
    const bench = new SignInBench();
    await bench.call('practice.open', {});
    const port = await freePort();
    const request = await requestOf(bench, side, { port });
    const beginning = bench.engine.call('connections.signIn', request);
    await bench.call('project.create', { name: 'Another' });
    await beginning;
    expect(await bench.attempt(side)).toBeNull();
    await expect.poll(() => isFree(port)).toBe(true);
  });

  test('because the project was left ends the wait', async () => {
    const { bench, port } = await waitingBench(side);
    await bench.call('project.close', {});
    await expect.poll(() => isFree(port)).toBe(true);
    expect(await bench.attempt(side)).toBeNull();
  });
});

test.each([
  ['no consumer key', 'salesforce', { clientId: '' }],
  ['a My Domain that is none', 'salesforce', { where: 'my-domain', myDomain: 'acme' }],
  ['a My Domain that is not safe', 'salesforce', { where: 'my-domain', myDomain: 'http://acme.example' }],
  ['no client id', 'quickbooks', { clientId: '' }],
  ['no client secret', 'quickbooks', { where: 'sandbox', clientId: 'another' }],
  ['a redirect page without https', 'quickbooks', { relay: 'http://example.com/back' }],
] as const)('a sign-in with %s does not begin', async (_case, side, change) => {
  const bench = new SignInBench();
  await bench.call('practice.open', {});
  expect(await bench.codeOf('connections.signIn', await requestOf(bench, side, change))).toBe('sign-in-form');
});

test.each([
  ['salesforce', 'clientId'],
  ['salesforce', 'myDomain'],
  ['quickbooks', 'clientId'],
  ['quickbooks', 'relay'],
] as const)('half a character is refused: at %s, as the %s', async (side, field) => {
  const bench = new SignInBench();
  await bench.call('practice.open', {});
  const { app } = (await bench.call('connections.settings', {}))[side];
  const request = {
    side,
    app: { ...app, [field]: '\uD800' },
    ...(side === 'quickbooks' ? { clientSecret: null } : {}),
  };
  const result = await bench.engine.handle('connections.signIn', request);
  expect(result).toMatchObject({ ok: false, error: { code: 'input-invalid' } });
});

test('production keys of Intuit need a redirect page over https, and then send the person there', async () => {
  const bench = new SignInBench();
  await bench.call('project.create', { name: 'Acme' });
  const port = await freePort();
  const app = { where: 'production', clientId: 'AB123', relay: '', port } as const;
  const request = { side: 'quickbooks', app, clientSecret: 'shh' } as const;
  expect(await bench.codeOf('connections.signIn', request)).toBe('sign-in-form');
  const relay = 'https://example.com/counterpart';
  await bench.call('connections.signIn', { ...request, app: { ...app, relay } });
  const address = new URL(await bench.address('quickbooks'));
  expect(address.origin + address.pathname).toBe('https://appcenter.intuit.com/connect/oauth2');
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    client_id: 'AB123',
    redirect_uri: relay,
    scope: 'com.intuit.quickbooks.accounting',
  });
  expect(address.href).not.toContain('shh');
});

test.each([
  ['production', '', 'https://login.salesforce.com'],
  ['sandbox', '', 'https://test.salesforce.com'],
  ['my-domain', 'acme.my.salesforce.com', 'https://acme.my.salesforce.com'],
  [
    'my-domain',
    'https://acme--dev.sandbox.lightning.force.com/one/one.app',
    'https://acme--dev.sandbox.my.salesforce.com',
  ],
] as const)('a sign-in to Salesforce (%s %s) begins at %s, with PKCE', async (where, myDomain, origin) => {
  const bench = new SignInBench();
  await bench.call('project.create', { name: 'Acme' });
  const app = { where, myDomain, clientId: '3MVG9', port: await freePort() };
  await bench.call('connections.signIn', { side: 'salesforce', app });
  const address = new URL(await bench.address('salesforce'));
  expect(address.origin + address.pathname).toBe(`${origin}/services/oauth2/authorize`);
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: '3MVG9',
    redirect_uri: `http://localhost:${app.port}/callback`,
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    scope: 'api refresh_token',
  });
});

test('a project with data of another organisation takes no sign-in, and what was granted is revoked', async () => {
  const bench = new SignInBench();
  const other = aProject({});
  const { path } = other;
  other.close();
  await bench.call('project.open', { path });
  await using server = await scriptedServer((request) => {
    if (request.path === '/services/oauth2/revoke') return { json: {} };
    if (request.path !== '/services/oauth2/token') {
      return { json: { records: [{ Id: '00D000000000002AAA', Name: 'Another', IsSandbox: false }] } };
    }
    return { json: { access_token: 'access-1', refresh_token: 'refresh-1', instance_url: server.url } };
  });
  const app = {
    where: 'my-domain',
    myDomain: server.url,
    clientId: 'client',
    port: await freePort(),
  } as const;
  await bench.call('connections.signIn', { side: 'salesforce', app });
  const { searchParams } = new URL(await bench.address('salesforce'));
  await fetch(`http://localhost:${app.port}/callback?code=c&state=${searchParams.get('state')}`);
  expect(await bench.over('salesforce')).toBe('project-other-organisation');
  expect(bench.secrets.kept.size).toBe(0);
  const last = server.received.at(-1);
  expect([last?.path, last?.body]).toEqual(['/services/oauth2/revoke', 'token=refresh-1']);
});

describe.each(sides)('at %s, a sign-in that is kept', (side) => {
  test('is found again when the project is opened, in the same program and in the next', async () => {
    const { bench } = await signedInBench(side);
    const { path } = await bench.call('practice.open', {});
    await bench.call('project.close', {});
    expect(await signedIn(bench, side)).toBeNull();
    await bench.call('project.open', { path });
    expect(await signedIn(bench, side)).not.toBeNull();
    await bench.restart();
    await bench.call('project.open', { path });
    expect(await signedIn(bench, side)).not.toBeNull();
    expect(await bench.codeOf('sources.export', {})).toBeNull();
  });

  test('is not taken for another project', async () => {
    const { bench } = await signedInBench(side);
    await bench.call('project.create', { name: 'Another' });
    expect(await signedIn(bench, side)).toBeNull();
    expect(await bench.codeOf('sources.export', {})).toBe('connection-none');
  });

  test('goes on with the token that was renewed, in the next program too', async () => {
    const { bench } = await signedInBench(side);
    const before = keptTokens(bench, side);
    for (const program of ['this', 'the next']) {
      await control(bench, side, 'sessions/expire', { refresh: false });
      const { refreshToken } = keptTokens(bench, side);
      expect(await bench.codeOf('sources.export', {}), program).toBeNull();
      expect(keptTokens(bench, side).refreshToken).not.toBe(refreshToken);
      await bench.restart();
      await bench.call('practice.open', {});
    }
    expect(keptTokens(bench, side).since).toBe(before.since);
  });

  test('is gone when its secrets are, and says how to sign in', async () => {
    const { bench } = await signedInBench(side);
    bench.secrets.kept.clear();
    await bench.restart();
    await bench.call('practice.open', {});
    expect(await signedIn(bench, side)).toBeNull();
  });

  test('holds its tokens in the secret store and nowhere else', async () => {
    const { bench } = await signedInBench(side);
    expect(await bench.codeOf('sources.export', {})).toBeNull();
    const { accessToken, refreshToken, clientSecret } = keptTokens(bench, side);
    const written = allText(bench.folder);
    expect(written).toContain(`"organisationId": "${organisations[side]}"`);
    for (const secret of [accessToken, refreshToken, ...(clientSecret === null ? [] : [clientSecret])]) {
      expect(written).not.toContain(secret);
      expect(JSON.stringify(bench.events)).not.toContain(secret);
    }
  });
});

describe.each(sides)('at %s, signing out', (side) => {
  test('ends the sign-in here and at Salesforce', async () => {
    const { bench } = await signedInBench(side);
    const { accessToken } = keptTokens(bench, side);
    expect(await bench.call('connections.signOut', { side })).toEqual({ revoked: true });
    expect(bench.secrets.kept.size).toBe(0);
    expect(await signedIn(bench, side)).toBeNull();
    const paths = {
      salesforce: '/services/data/v65.0/limits',
      quickbooks: `/v3/company/${practiceRealmId}/companyinfo/${practiceRealmId}`,
    };
    const answer = await fetch((await serviceUrl(bench, side)) + paths[side], {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(answer.status).toBe(401);
  });

  test('says when Salesforce could not be told, and forgets the sign-in all the same', async () => {
    const { bench } = await signedInBench(side);
    await control(bench, side, 'sessions/expire', { refresh: true });
    expect(await bench.call('connections.signOut', { side })).toEqual({ revoked: false });
    expect(bench.secrets.kept.size).toBe(0);
  });
});

describe('the browser of the person', () => {
  test('is opened by the door that can, at the address that waits', async () => {
    const opened: string[] = [];
    const bench = new SignInBench({
      openAddress: async (address) => {
        opened.push(address);
      },
    });
    await bench.call('practice.open', {});
    await begin(bench, 'salesforce', await freePort());
    expect(opened).toEqual([await bench.address('salesforce')]);
    expect(await bench.attempt('salesforce')).toMatchObject({ kind: 'waiting', opened: true });
  });

  test('that could not be opened leaves the link to the person', async () => {
    const bench = new SignInBench({
      openAddress: async () => {
        throw new Error('no browser');
      },
    });
    await bench.call('practice.open', {});
    await begin(bench, 'salesforce', await freePort());
    expect(await bench.attempt('salesforce')).toMatchObject({ kind: 'waiting', opened: false });
  });
});

test('two weeks before Intuit ends a sign-in the person is told, on the card and when the project is opened', async () => {
  const day = 24 * 3_600_000;
  let now = new Date('2026-01-01T00:00:00.000Z');
  const bench = new SignInBench({ now: () => now });
  await bench.call('practice.open', {});
  await begin(bench, 'quickbooks', await freePort());
  await fetch(await decideAt(await bench.address('quickbooks'), 'allow'));
  expect(await bench.over('quickbooks')).toBeNull();
  const told = () => bench.events.filter(({ name }) => name === 'notice').length;
  for (const [days, due] of [
    [85, false],
    [87, true],
  ] as const) {
    now = new Date(Date.parse('2026-01-01T00:00:00.000Z') + days * day);
    await bench.call('project.close', {});
    await bench.call('practice.open', {});
    expect(await signedIn(bench, 'quickbooks')).toMatchObject({
      due,
      reconnectBy: '2026-04-11T00:00:00.000Z',
    });
    expect(told()).toBe(due ? 1 : 0);
  }
  // A renewal begins another 100 days.
  await control(bench, 'quickbooks', 'sessions/expire', { refresh: false });
  expect(await bench.codeOf('sources.export', {})).toBeNull();
  expect(await signedIn(bench, 'quickbooks')).toMatchObject({ due: false });
});

test('what was typed is there again after a sign-in that failed, the secret known but not told', async () => {
  const bench = new SignInBench();
  await bench.call('project.create', { name: 'Acme' });
  const app = { where: 'sandbox', clientId: 'AB1', relay: '', port: await freePort() } as const;
  await bench.call('connections.signIn', { side: 'quickbooks', app, clientSecret: 'very-secret' });
  await bench.call('connections.cancelSignIn', { side: 'quickbooks' });
  const settings = await bench.call('connections.settings', {});
  expect(settings.quickbooks).toMatchObject({ app, secretKept: true });
  expect(JSON.stringify(settings)).not.toContain('very-secret');
  expect(allText(bench.folder)).not.toContain('very-secret');
  await bench.restart();
  await bench.call('project.create', { name: 'Another' });
  expect((await bench.call('connections.settings', {})).quickbooks).toMatchObject({ app, secretKept: false });
});
