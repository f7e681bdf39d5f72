import { request } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listenForRedirect } from '../../../app/sign-in/loopback.ts';
import { freePort } from '../../support/free-port.ts';
import { thrownBy } from '../sources/service/thrown.ts';

async function listening() {
  const port = await freePort();
  const listener = await listenForRedirect('Salesforce', port, 'mine');
  onTestFinished(() => listener.close());
  return { port, listener };
}

/** The status of a request with headers of the test's own choice. */
function statusOf(port: number, path: string, method = 'GET', host = `localhost:${port}`): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the server that waits for the answer', () => {
  test.each([
    ['an icon', '/favicon.ico', 'GET', undefined],
    ['another path', '/other?code=c&state=mine', 'GET', undefined],
    ['the path without an answer', '/callback', 'GET', undefined],
    ['a form', '/callback?code=c&state=mine', 'POST', undefined],
    ['another name for this computer', '/callback?code=c&state=mine', 'GET', 'evil.example'],
    ['the name with another port', '/callback?code=c&state=mine', 'GET', 'localhost:1'],
  ])('is not ended by a request for %s', async (_what, path, method, host) => {
    const { port, listener } = await listening();
    expect(await statusOf(port, path, method, host)).toBe(404);
    expect(await statusOf(port, '/callback?code=right&state=mine')).toBe(200);
    expect(await listener.answer).toMatchObject({ kind: 'code', code: 'right' });
  });

  test('takes one answer, and none after it', async () => {
    const { port, listener } = await listening();
    expect(await statusOf(port, '/callback?code=first&state=mine')).toBe(200);
    expect(await listener.answer).toMatchObject({ code: 'first' });
    await expect(statusOf(port, '/callback?code=second&state=mine')).rejects.toThrow();
  });

  test('is ended by an answer to another sign-in, which is not used', async () => {
    const { port, listener } = await listening();
    expect(await statusOf(port, '/callback?code=c&state=other')).toBe(400);
    expect((await thrownBy(listener.answer)).code).toBe('sign-in-state');
    await expect(statusOf(port, '/callback?code=c&state=mine')).rejects.toThrow();
  });

  test('shows nothing of the answer on its page', async () => {
    const { port } = await listening();
    const page = await fetch(`http://localhost:${port}/callback?code=very-secret&state=mine`);
    expect(await page.text()).not.toContain('very-secret');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('does not share its port', async () => {
    const { port } = await listening();
    const error = await thrownBy(listenForRedirect('QuickBooks', port, 'theirs'));
    expect(error.code).toBe('sign-in-port');
    expect(error.message).toContain(`http://localhost:${port}/callback`);
  });
});
