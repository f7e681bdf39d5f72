import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secondIdentity, usualIdentity } from '#app/practice/identity.ts';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { decideAt } from '../../../support/consent.ts';
import { quickbooksOf, salesforceOf, send } from '../clients.ts';

const redirect = 'http://localhost:8416/callback';
const verifier = 'v'.repeat(64);
let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice({ second: true });
});
afterAll(() => practice.close());

/** Both authorize pages of the second company. */
function pages(): { salesforce: string; quickbooks: string } {
  const { SALESFORCE_CLIENT_ID = '', QUICKBOOKS_CLIENT_ID = '' } = practice.environment;
  const common = { response_type: 'code', redirect_uri: redirect, state: 's' };
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const salesforce = new URLSearchParams({
    ...common,
    client_id: SALESFORCE_CLIENT_ID,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const quickbooks = new URLSearchParams({ ...common, client_id: QUICKBOOKS_CLIENT_ID });
  return {
    salesforce: `${practice.salesforceUrl}/services/oauth2/authorize?${salesforce}`,
    quickbooks: `${practice.quickbooksUrl}/connect/oauth2?${quickbooks}`,
  };
}

/** Whether anything that was answered names the first company. */
function namesTheFirst(answer: unknown): boolean {
  const text = JSON.stringify(answer);
  const { organisationId, realmId, name, domain } = usualIdentity;
  return [organisationId.slice(0, 15), realmId, `"${name}"`, `>${name}<`, `@${domain}`].some((word) =>
    text.includes(word),
  );
}

describe('the second company', () => {
  test('asks for access to itself', async () => {
    for (const page of Object.values(pages())) {
      const html = await (await fetch(page)).text();
      expect(html).toContain(`<b>${secondIdentity.name}</b>`);
      expect(namesTheFirst(html)).toBe(false);
    }
  });

  test('gives a Salesforce session of its own, whose identity is its own', async () => {
    const code = new URL(await decideAt(pages().salesforce, 'allow')).searchParams.get('code') ?? '';
    const answer = await fetch(`${practice.salesforceUrl}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: practice.environment.SALESFORCE_CLIENT_ID ?? '',
        redirect_uri: redirect,
        code_verifier: verifier,
        code,
      }),
    });
    const granted = (await answer.json()) as { access_token: string; id: string };
    expect(granted.id).toContain(`/id/${secondIdentity.organisationId}/`);
    expect(granted.access_token).toMatch(new RegExp(`^${secondIdentity.organisationId.slice(0, 15)}!`));
    expect(namesTheFirst(granted)).toBe(false);
    const connection = salesforceOf(practice, { accessToken: granted.access_token });
    const identity = await connection.identity();
    expect(identity).toMatchObject({
      organization_id: secondIdentity.organisationId,
      email: `robin.ashby@${secondIdentity.domain}`,
    });
    expect(namesTheFirst(identity)).toBe(false);
    const { json } = await send(`${practice.salesforceUrl}/services/oauth2/userinfo`, 'GET', undefined, {
      authorization: `Bearer ${granted.access_token}`,
    });
    expect(json).toMatchObject({ organization_id: secondIdentity.organisationId });
    expect(namesTheFirst(json)).toBe(false);
    const byId = await send(granted.id, 'GET', undefined, {
      authorization: `Bearer ${granted.access_token}`,
    });
    expect(byId).toMatchObject({ status: 200, json: { organization_id: secondIdentity.organisationId } });
    const other = granted.id.replace(secondIdentity.organisationId, usualIdentity.organisationId);
    const headers = { authorization: `Bearer ${granted.access_token}` };
    expect((await fetch(other, { headers })).status).toBe(404);
  });

  test('sends the person back with its own realm, and is called by its own name there', async () => {
    const back = new URL(await decideAt(pages().quickbooks, 'allow'));
    expect(back.searchParams.get('realmId')).toBe(secondIdentity.realmId);
    const call = quickbooksOf(practice);
    const company = await call('getCompanyInfo', secondIdentity.realmId);
    expect(company).toMatchObject({
      body: { CompanyName: secondIdentity.name, Email: { Address: `books@${secondIdentity.domain}` } },
    });
    expect(namesTheFirst(company)).toBe(false);
    expect(await call('getCompanyInfo', usualIdentity.realmId)).toMatchObject({ ok: false });
  });

  test('is still itself after it was reset', async () => {
    practice.reset();
    const { records } = await salesforceOf(practice).query('SELECT Id, Name FROM Organization');
    expect(records).toMatchObject([{ Id: secondIdentity.organisationId, Name: secondIdentity.name }]);
    const users = await salesforceOf(practice).query('SELECT Username, Email FROM User');
    expect(namesTheFirst(users)).toBe(false);
  });
});
