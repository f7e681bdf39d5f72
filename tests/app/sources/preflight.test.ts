import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { connectQuickBooks, connectSalesforce, settingsFromEnvironment } from '#app/sources/index.ts';
import type { Finding, SidePreflight } from '#shared/preflight.ts';
import { answerAs, packageFields } from './salesforce/organisation.ts';
import { type Received, type Reply, scriptedServer } from './service/scripted-server.ts';

const { signal } = new AbortController();
const gist = ({ findings }: SidePreflight) =>
  Object.fromEntries(findings.map((one) => [one.id, one.verdict]));
const of = ({ findings }: SidePreflight, id: string): Finding | undefined =>
  findings.find((finding) => finding.id === id);

describe('before an export from the practice company', () => {
  let practice: PracticeCompany;
  beforeAll(async () => {
    practice = await startPractice();
  });
  afterAll(() => practice.close());
  beforeEach(() => practice.reset());

  function clients() {
    const { salesforce, quickbooks } = settingsFromEnvironment(practice.environment);
    if (salesforce === null || quickbooks === null) throw new Error('The practice company has no settings.');
    return { salesforce: connectSalesforce(salesforce), quickbooks: connectQuickBooks(quickbooks) };
  }

  async function fault(serviceUrl: string, pathIncludes: string, status: number, body: unknown) {
    const rules = [{ match: { pathIncludes }, times: 50, fault: 'status', status, body }];
    const answer = await fetch(`${serviceUrl}/practice/faults`, {
      method: 'POST',
      headers: { 'x-practice': '1', 'content-type': 'application/json' },
      body: JSON.stringify(rules),
    });
    expect(answer.ok).toBe(true);
  }

  test('Salesforce tells who is signed in, the fields, the contacts and the calls that are left', async () => {
    const found = await clients().salesforce.preflight(signal);
    expect(found.environment).toBe('practice');
    expect(gist(found)).toEqual({
      identity: 'know',
      user: 'know',
      qime__QB_ID__c: 'good',
      qime__QB_SyncToken__c: 'good',
      'person-accounts': 'know',
      contacts: 'good',
      calls: 'good',
    });
    expect(of(found, 'identity')?.title).toMatch(/^Signed in to .+ \(the practice company\)$/);
    expect(of(found, 'user')?.title).toMatch(/^As .+/);
    expect(of(found, 'calls')?.title).toMatch(/^[\d,]+ of [\d,]+ API calls are left today$/);
  });

  test('QuickBooks tells which company it is, its customers, and whose names can be read', async () => {
    const found = await clients().quickbooks.preflight(signal);
    expect(found.environment).toBe('practice');
    expect(gist(found)).toEqual({ identity: 'know', customers: 'good', vendors: 'good', employees: 'good' });
    expect(of(found, 'vendors')?.title).toMatch(/^The names of \d+ vendors can be read$/);
  });

  test('what one look meets is a finding, and the other looks go on', async () => {
    const refusal = [{ message: 'no limits for you', errorCode: 'INSUFFICIENT_ACCESS' }];
    await fault(practice.salesforceUrl, '/limits', 403, refusal);
    const found = await clients().salesforce.preflight(signal);
    expect(gist(found)).toMatchObject({ calls: 'look', contacts: 'good', qime__QB_ID__c: 'good' });
    expect(of(found, 'calls')?.title).toContain('no limits for you');
  });

  test('a sign-in that is no longer valid is the only finding, and stops', async () => {
    const { salesforce } = settingsFromEnvironment(practice.environment);
    if (salesforce === null) throw new Error('The practice company has no settings.');
    const { refreshToken: _, ...settings } = salesforce;
    const found = await connectSalesforce({ ...settings, accessToken: 'old' }).preflight(signal);
    expect(found.environment).toBeNull();
    expect(gist(found)).toEqual({ identity: 'stop' });
  });

  test('a look that is stopped throws', async () => {
    const { salesforce, quickbooks } = clients();
    const stopped = AbortSignal.abort();
    await expect(salesforce.preflight(stopped)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(quickbooks.preflight(stopped)).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('an organisation that lacks something', () => {
  const withDetails = packageFields.map((field) => ({ ...field, length: 40, unique: false }));

  async function preflightOf(
    fields: readonly object[],
    remaining = 900,
    accounts = 1,
  ): Promise<SidePreflight> {
    const rows = Array.from({ length: accounts }, () => ({}));
    const usual = answerAs({ accounts: rows });
    await using server = await scriptedServer((request: Received): Reply => {
      if (request.path.endsWith('/describe')) return { json: { name: 'Account', fields } };
      if (request.path.endsWith('/limits')) {
        return { json: { DailyApiRequests: { Max: 15_000, Remaining: remaining } } };
      }
      if (request.path.endsWith('/userinfo')) {
        return { json: { name: 'Ada', preferred_username: 'ada@acme.com' } };
      }
      return usual(request);
    });
    return await connectSalesforce({ instanceUrl: server.url, accessToken: 'token' }).preflight(signal);
  }

  test('the package is missing: stops, and says what an administrator has to do', async () => {
    const found = await preflightOf(withDetails.filter(({ name }) => name !== 'qime__QB_ID__c'));
    expect(of(found, 'qime__QB_ID__c')).toMatchObject({
      verdict: 'stop',
      title: 'qime__QB_ID__c is not there for this user',
      advice: expect.stringContaining('Install the managed package'),
    });
  });

  test('the field may not be edited: stops, and reviewing goes on', async () => {
    const fields = withDetails.map((field) =>
      field.name === 'qime__QB_ID__c' ? { ...field, updateable: false } : field,
    );
    expect(of(await preflightOf(fields), 'qime__QB_ID__c')).toMatchObject({
      verdict: 'stop',
      advice: expect.stringContaining('You can match and review.'),
    });
  });

  test('the field is too short for ids, or unique', async () => {
    const alter = (more: object) =>
      withDetails.map((field) => (field.name === 'qime__QB_ID__c' ? { ...field, ...more } : field));
    expect(of(await preflightOf(alter({ length: 5 })), 'qime__QB_ID__c')?.verdict).toBe('look');
    expect(of(await preflightOf(alter({ unique: true })), 'qime__QB_ID__c')?.advice).toContain(
      'It is unique',
    );
  });

  test('person accounts are on', async () => {
    const fields = [
      ...withDetails,
      { name: 'IsPersonAccount', type: 'boolean', length: 0, updateable: false, unique: false },
    ];
    expect(of(await preflightOf(fields), 'person-accounts')?.title).toBe('Person accounts are on');
  });

  test('too few calls are left for the export', async () => {
    expect(of(await preflightOf(withDetails, 3), 'calls')).toMatchObject({ verdict: 'stop' });
    expect(of(await preflightOf(withDetails, 12), 'calls')?.verdict).toBe('good');
  });
});
