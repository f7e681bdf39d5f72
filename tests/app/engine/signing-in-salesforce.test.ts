import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { practiceOrganisationId } from '#app/practice/index.ts';
import { Tokens } from '../../../app/sign-in/tokens.ts';
import { decideAt } from '../../support/consent.ts';
import { freePort } from '../../support/free-port.ts';
import { SignInBench } from '../../support/signing-in.ts';

const side = 'salesforce';
const secretName = `salesforce/${practiceOrganisationId}`;

/** The practice project, with a sign-in that waits at a free port. */
async function waitingBench(patience?: number) {
  const bench = new SignInBench(patience === undefined ? {} : { patience });
  await bench.call('practice.open', {});
  const port = await freePort();
  await begin(bench, port);
  return { bench, port };
}

async function begin(bench: SignInBench, port: number): Promise<void> {
  const { app } = (await bench.call('connections.settings', {})).salesforce;
  await bench.call('connections.signIn', { side, app: { ...app, port } });
}

async function signedInBench() {
  const { bench, port } = await waitingBench();
  await fetch(await decideAt(await bench.address(side), 'allow'));
  expect(await bench.over(side)).toBeNull();
  return { bench, port };
}

async function control(bench: SignInBench, path: string, body: unknown): Promise<void> {
  const info = await bench.call('practice.info', {});
  await fetch(`${info?.salesforceUrl}/practice/${path}`, {
    method: 'POST',
    headers: { 'x-practice': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function keptTokens(bench: SignInBench): Tokens {
  return Tokens.parse(JSON.parse(bench.secrets.kept.get(secretName) ?? 'null'));
}

/** Everything under a folder, as one text. */
function allText(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

const isFree = async (port: number) =>
  await fetch(`http://127.0.0.1:${port}/callback`).then(
    () => false,
    () => true,
  );

describe('a sign-in that is allowed', () => {
  test('connects the project to the organisation that allowed it', async () => {
    const { bench, port } = await signedInBench();
    const { salesforce, keeping } = await bench.call('connections.settings', {});
    expect(salesforce.signedIn?.organisation.organisationId).toBe(practiceOrganisationId);
    expect(salesforce.app).toMatchObject({ where: 'practice', port });
    expect(keeping).toBe('memory');
    expect(await isFree(port)).toBe(true);
  });

  test('is what an export works with', async () => {
    const { bench } = await waitingBench();
    await control(bench, 'sessions/expire', { refresh: true });
    expect(await bench.codeOf('sources.export', {})).toBe('service-session');
    await fetch(await decideAt(await bench.address(side), 'allow'));
    expect(await bench.over(side)).toBeNull();
    expect(await bench.codeOf('sources.export', {})).toBeNull();
  });

  test('works by pasting the address that the browser was sent to', async () => {
    const { bench } = await waitingBench();
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
    const { bench } = await waitingBench();
    const page = await fetch(await decideAt(await bench.address(side), 'allow'));
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('return to Counterpart');
    expect(await bench.over(side)).toBeNull();
  });
});

describe('a sign-in that is not allowed', () => {
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
    const { bench, port } = await waitingBench();
    await fetch(await answer(await bench.address(side)));
    expect(await bench.over(side)).toBe(code);
    expect((await bench.call('connections.settings', {})).salesforce.signedIn).toBeNull();
    expect(bench.secrets.kept.size).toBe(0);
    expect(await isFree(port)).toBe(true);
  });

  test('because it was cancelled frees the port, and can begin again', async () => {
    const { bench, port } = await waitingBench();
    await bench.call('connections.cancelSignIn', { side });
    expect(await bench.attempt(side)).toBeNull();
    expect(await isFree(port)).toBe(true);
    await begin(bench, port);
    await fetch(await decideAt(await bench.address(side), 'allow'));
    expect(await bench.over(side)).toBeNull();
  });

  test('in time frees the port', async () => {
    const { bench, port } = await waitingBench(200);
    expect(await bench.over(side)).toBe('sign-in-timeout');
    expect(await isFree(port)).toBe(true);
  });

  test('because the port is taken says so at once', async () => {
    const { bench, port } = await waitingBench();
    const other = new SignInBench();
    await other.call('practice.open', {});
    const { app } = (await other.call('connections.settings', {})).salesforce;
    expect(await other.codeOf('connections.signIn', { side, app: { ...app, port } })).toBe('sign-in-port');
    await bench.call('connections.cancelSignIn', { side });
  });

  test('because the project was left ends the wait', async () => {
    const { bench, port } = await waitingBench();
    await bench.call('project.close', {});
    await expect.poll(() => isFree(port)).toBe(true);
    expect(await bench.attempt(side)).toBeNull();
  });

  test.each([
    ['no consumer key', { clientId: '' }],
    ['a My Domain that is none', { where: 'my-domain', myDomain: 'acme' } as const],
    ['a My Domain that is not safe', { where: 'my-domain', myDomain: 'http://acme.example' } as const],
  ])('with %s does not begin', async (_case, change) => {
    const bench = new SignInBench();
    await bench.call('practice.open', {});
    const { app } = (await bench.call('connections.settings', {})).salesforce;
    const input = { side, app: { ...app, ...change } } as const;
    expect(await bench.codeOf('connections.signIn', input)).toBe('sign-in-form');
  });
});

describe('a sign-in that is kept', () => {
  test('is found again when the project is opened, in the same program and in the next', async () => {
    const { bench } = await signedInBench();
    const { path } = await bench.call('practice.open', {});
    await bench.call('project.close', {});
    expect((await bench.call('connections.settings', {})).salesforce.signedIn).toBeNull();
    await bench.call('project.open', { path });
    expect((await bench.call('connections.settings', {})).salesforce.signedIn).not.toBeNull();
    await bench.restart();
    await bench.call('project.open', { path });
    expect((await bench.call('connections.settings', {})).salesforce.signedIn).not.toBeNull();
    expect(await bench.codeOf('sources.export', {})).toBeNull();
  });

  test('is not taken for another project', async () => {
    const { bench } = await signedInBench();
    await bench.call('project.create', { name: 'Another' });
    expect((await bench.call('connections.settings', {})).salesforce.signedIn).toBeNull();
    expect(await bench.codeOf('sources.export', {})).toBe('connection-none');
  });

  test('goes on with the token that was renewed, in the next program too', async () => {
    const { bench } = await signedInBench();
    const before = keptTokens(bench);
    for (const program of ['this', 'the next']) {
      await control(bench, 'sessions/expire', { refresh: false });
      const { refreshToken } = keptTokens(bench);
      expect(await bench.codeOf('sources.export', {}), program).toBeNull();
      expect(keptTokens(bench).refreshToken).not.toBe(refreshToken);
      await bench.restart();
      await bench.call('practice.open', {});
    }
    expect(keptTokens(bench).since).toBe(before.since);
  });

  test('is gone when its secrets are, and says how to sign in', async () => {
    const { bench } = await signedInBench();
    bench.secrets.kept.clear();
    await bench.restart();
    await bench.call('practice.open', {});
    expect((await bench.call('connections.settings', {})).salesforce.signedIn).toBeNull();
  });

  test('holds its tokens in the secret store and nowhere else', async () => {
    const { bench } = await signedInBench();
    expect(await bench.codeOf('sources.export', {})).toBeNull();
    const { accessToken, refreshToken } = keptTokens(bench);
    await bench.call('connections.signOut', { side });
    await bench.engine.close();
    const own = allText(join(bench.folder, 'projects')) + allText(join(bench.folder, 'state'));
    const settings = readFileSync(join(bench.folder, 'state', 'salesforce-sign-ins.json'), 'utf8');
    expect(settings).toContain('practice');
    for (const secret of [accessToken, refreshToken]) {
      expect(settings).not.toContain(secret);
      expect(JSON.stringify(bench.events)).not.toContain(secret);
      expect(own).not.toContain(secret);
    }
  });
});

describe('signing out', () => {
  test('ends the sign-in here and at Salesforce', async () => {
    const { bench } = await signedInBench();
    const { accessToken } = keptTokens(bench);
    expect(await bench.call('connections.signOut', { side })).toEqual({ revoked: true });
    expect(bench.secrets.kept.size).toBe(0);
    expect((await bench.call('connections.settings', {})).salesforce.signedIn).toBeNull();
    const info = await bench.call('practice.info', {});
    const answer = await fetch(`${info?.salesforceUrl}/services/data/v65.0/limits`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(answer.status).toBe(401);
  });

  test('says when Salesforce could not be told, and forgets the sign-in all the same', async () => {
    const { bench } = await signedInBench();
    await control(bench, 'sessions/expire', { refresh: true });
    expect(await bench.call('connections.signOut', { side })).toEqual({ revoked: false });
    expect(bench.secrets.kept.size).toBe(0);
  });
});
