import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type PracticeCompany, practiceRealmId, startPractice } from '#app/practice/index.ts';
import { decideAt } from '../../../support/consent.ts';

const redirect = 'http://localhost:8416/callback';
const verifier = 'a'.repeat(64);
const challenge = createHash('sha256').update(verifier).digest('base64url');

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());

const clientId = () => practice.environment.SALESFORCE_CLIENT_ID ?? '';

function salesforcePage(change: Record<string, string> = {}): string {
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: clientId(),
    redirect_uri: redirect,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 's&"<',
    ...change,
  });
  return `${practice.salesforceUrl}/services/oauth2/authorize?${asked}`;
}

async function trade(
  form: Record<string, string>,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${practice.salesforceUrl}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId(),
      redirect_uri: redirect,
      code_verifier: verifier,
      ...form,
    }),
  });
  return { status: answer.status, body: z.record(z.string(), z.unknown()).parse(await answer.json()) };
}

async function newCode(): Promise<string> {
  return new URL(await decideAt(salesforcePage(), 'allow')).searchParams.get('code') ?? '';
}

describe('the practice Salesforce', () => {
  test('sends the person back with a code and the state as it was', async () => {
    const back = new URL(await decideAt(salesforcePage(), 'allow'));
    expect(back.origin + back.pathname).toBe(redirect);
    expect(back.searchParams.get('state')).toBe('s&"<');
    expect((await trade({ code: back.searchParams.get('code') ?? '' })).body).toMatchObject({
      instance_url: practice.salesforceUrl,
      refresh_token: expect.any(String),
    });
  });

  test.each([
    ['another verifier', { code_verifier: 'b'.repeat(64) }, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 'invalid_grant'],
    ['another redirect address', { redirect_uri: 'http://localhost:1/callback' }, 'redirect_uri_mismatch'],
    ['another app', { client_id: 'other' }, 'invalid_client_id'],
  ])('takes no code with %s', async (_what, change, error) => {
    const { status, body } = await trade({ code: await newCode(), ...change });
    expect([status, body.error]).toEqual([400, error]);
  });

  test('takes a code once', async () => {
    const code = await newCode();
    expect((await trade({ code })).status).toBe(200);
    expect((await trade({ code })).body.error).toBe('invalid_grant');
  });

  test.each([
    ['an unknown app', { client_id: 'other' }, 'invalid_client_id'],
    [
      'an address that is not registered',
      { redirect_uri: 'http://evil.example/callback' },
      'redirect_uri_mismatch',
    ],
  ])('shows a page of its own for %s', async (_what, change, words) => {
    const page = await fetch(salesforcePage(change), { redirect: 'manual' });
    expect([page.status, (await page.text()).includes(words)]).toEqual([400, true]);
  });

  test.each([{ code_challenge_method: 'plain' }, { response_type: 'token' }])(
    'sends the person back with an error for %j',
    async (change) => {
      const page = await fetch(salesforcePage(change), { redirect: 'manual' });
      expect(new URL(page.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request');
    },
  );

  test('writes nothing of the request into its page as markup', async () => {
    const page = await fetch(salesforcePage({ state: '"><script>alert(1)</script>' }));
    expect(await page.text()).not.toContain('<script>');
  });

  test('rotates the refresh token of a person, and knows the former one no more', async () => {
    const { body } = await trade({ code: await newCode() });
    const renew = (refreshToken: unknown) =>
      trade({ grant_type: 'refresh_token', refresh_token: String(refreshToken) });
    const renewed = await renew(body.refresh_token);
    expect(renewed.body.refresh_token).toEqual(expect.any(String));
    expect((await renew(body.refresh_token)).body.error).toBe('invalid_grant');
    expect((await renew(renewed.body.refresh_token)).status).toBe(200);
  });

  test('leaves the sign-in from the start as it is', async () => {
    const before = practice.environment.SALESFORCE_REFRESH_TOKEN;
    await trade({ code: await newCode() });
    expect(practice.environment.SALESFORCE_REFRESH_TOKEN).toBe(before);
  });
});

describe('the practice QuickBooks', () => {
  const page = (change: Record<string, string> = {}) =>
    `${practice.quickbooksUrl}/connect/oauth2?${new URLSearchParams({
      response_type: 'code',
      client_id: practice.environment.QUICKBOOKS_CLIENT_ID ?? '',
      redirect_uri: redirect,
      state: 's',
      ...change,
    })}`;

  test('sends the person back with a code and the company', async () => {
    const back = new URL(await decideAt(page(), 'allow'));
    expect(back.searchParams.get('realmId')).toBe(practiceRealmId);
  });

  test('sends the person back with an error when they deny', async () => {
    const back = new URL(await decideAt(page(), 'deny'));
    expect([back.searchParams.get('error'), back.searchParams.has('code')]).toEqual(['access_denied', false]);
  });

  test.each([{ client_id: 'other' }, { redirect_uri: 'http://192.168.0.1/callback' }])(
    'shows a page of its own for %j',
    async (change) => {
      expect((await fetch(page(change), { redirect: 'manual' })).status).toBe(400);
    },
  );
});
