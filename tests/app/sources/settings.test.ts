import { describe, expect, test } from 'vitest';
import { settingsFromEnvironment } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';

const salesforce = {
  SALESFORCE_INSTANCE_URL: 'https://acme.my.salesforce.com/',
  SALESFORCE_ACCESS_TOKEN: 'token',
};
const quickbooks = { QUICKBOOKS_REALM_ID: '9130', QUICKBOOKS_ACCESS_TOKEN: 'token' };

function missingIn(env: Record<string, string>): unknown {
  try {
    settingsFromEnvironment(env);
  } catch (error) {
    return error instanceof AppError && [error.code, error.data.service, error.data.missing];
  }
  return 'nothing';
}

describe('connections from the environment', () => {
  test('are absent where nothing is set, or only blanks are', () => {
    expect(settingsFromEnvironment({})).toEqual({ salesforce: null, quickbooks: null });
    expect(settingsFromEnvironment({ SALESFORCE_ACCESS_TOKEN: ' ', QUICKBOOKS_REALM_ID: '' })).toEqual({
      salesforce: null,
      quickbooks: null,
    });
  });

  test('hold what is needed, with the instance cut down to its origin', () => {
    expect(settingsFromEnvironment({ ...salesforce, ...quickbooks })).toEqual({
      salesforce: { instanceUrl: 'https://acme.my.salesforce.com', accessToken: 'token' },
      quickbooks: { realmId: '9130', accessToken: 'token' },
    });
  });

  test('hold all that is optional', () => {
    expect(
      settingsFromEnvironment({
        ...salesforce,
        SALESFORCE_REFRESH_TOKEN: 'refresh',
        SALESFORCE_CLIENT_ID: 'client',
        SALESFORCE_LOGIN_URL: 'https://login.salesforce.com',
        ...quickbooks,
        QUICKBOOKS_REFRESH_TOKEN: 'refresh',
        QUICKBOOKS_CLIENT_ID: 'client',
        QUICKBOOKS_CLIENT_SECRET: 'secret',
        QUICKBOOKS_API_URL: 'http://127.0.0.1:8080/',
        QUICKBOOKS_TOKEN_URL: 'http://localhost:8080/oauth2/v1/tokens/bearer',
      }),
    ).toEqual({
      salesforce: {
        instanceUrl: 'https://acme.my.salesforce.com',
        accessToken: 'token',
        refreshToken: 'refresh',
        clientId: 'client',
        loginUrl: 'https://login.salesforce.com',
      },
      quickbooks: {
        realmId: '9130',
        accessToken: 'token',
        refreshToken: 'refresh',
        clientId: 'client',
        clientSecret: 'secret',
        apiUrl: 'http://127.0.0.1:8080',
        tokenUrl: 'http://localhost:8080/oauth2/v1/tokens/bearer',
      },
    });
  });

  test.each([
    [{ SALESFORCE_ACCESS_TOKEN: 'token' }, 'Salesforce', 'SALESFORCE_INSTANCE_URL'],
    [{ SALESFORCE_INSTANCE_URL: 'https://a.my.salesforce.com' }, 'Salesforce', 'SALESFORCE_ACCESS_TOKEN'],
    [{ ...salesforce, SALESFORCE_REFRESH_TOKEN: 'refresh' }, 'Salesforce', 'SALESFORCE_CLIENT_ID'],
    [{ QUICKBOOKS_REALM_ID: '1' }, 'QuickBooks', 'QUICKBOOKS_ACCESS_TOKEN'],
    [{ QUICKBOOKS_API_URL: 'https://a.com' }, 'QuickBooks', 'QUICKBOOKS_REALM_ID'],
    [{ ...quickbooks, QUICKBOOKS_REFRESH_TOKEN: 'refresh' }, 'QuickBooks', 'QUICKBOOKS_CLIENT_ID'],
  ])('set in half name what is missing: %o', (env, service, missing) => {
    expect(missingIn(env)).toEqual(['connection-incomplete', service, missing]);
  });

  test.each([
    [
      { ...salesforce, SALESFORCE_INSTANCE_URL: 'acme.my.salesforce.com' },
      /https:\/\/ in SALESFORCE_INSTANCE_URL/,
    ],
    [{ ...salesforce, SALESFORCE_INSTANCE_URL: 'http://acme.my.salesforce.com' }, /https:\/\//],
    [{ ...salesforce, SALESFORCE_INSTANCE_URL: 'https://acme.lightning.force.com' }, /My Domain address/],
    [{ ...quickbooks, QUICKBOOKS_REALM_ID: '12/../3' }, /company id of digits/],
    [
      { ...quickbooks, QUICKBOOKS_TOKEN_URL: 'http://tokens.example.com' },
      /https:\/\/ in QUICKBOOKS_TOKEN_URL/,
    ],
  ])('refuse an address to which a token should not go: %o', (env, words) => {
    expect(() => settingsFromEnvironment(env)).toThrow(words);
  });
});
