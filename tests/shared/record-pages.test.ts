import { describe, expect, test } from 'vitest';
import { AccountId, CustomerId } from '#shared/ids.ts';
import { accountPage, customerPage, isRecordPage } from '#shared/record-pages.ts';

const account = AccountId.parse('0015g00000A1b2CAAR');
const customer = CustomerId.parse('58');
const company = { environment: 'production', organisationId: '9341457314157411' } as const;

const accountAt = (address: string) => accountPage(address, account);

describe('the page of an account', () => {
  test('is at the address of the connection, whatever path that has', () => {
    const page = 'https://acme--full.sandbox.my.salesforce.com/lightning/r/Account/0015g00000A1b2CAAR/view';
    expect(accountAt('https://acme--full.sandbox.my.salesforce.com')).toBe(page);
    expect(accountAt('https://acme--full.sandbox.my.salesforce.com/services/oauth2')).toBe(page);
    expect(isRecordPage(page)).toBe(true);
  });

  test.each([
    'http://127.0.0.1:4567',
    'http://acme.my.salesforce.com',
    'https://acme.my.salesforce.com.evil.example',
    'https://user:word@acme.my.salesforce.com',
    'https://acme.my.salesforce.com:8443',
    'not an address',
  ])('is not at %s', (address) => {
    expect(accountAt(address)).toBeNull();
  });

  test('is none for an account that a file gave no id', () => {
    expect(accountPage('https://acme.my.salesforce.com', AccountId.parse('row-7'))).toBeNull();
  });
});

describe('the page of a customer', () => {
  test('names the company too, which the sign-in of QuickBooks keeps', () => {
    const page = customerPage(company, customer);
    expect(page).toBe(
      'https://qbo.intuit.com/login?deeplinkcompanyid=9341457314157411&pagereq=customerdetail%3FnameId%3D58',
    );
    expect(isRecordPage(page ?? '')).toBe(true);
  });

  test('of a sandbox company is at the sandbox', () => {
    const page = customerPage({ ...company, environment: 'sandbox' }, customer);
    expect(page).toMatch(/^https:\/\/sandbox\.qbo\.intuit\.com\/login\?/);
    expect(isRecordPage(page ?? '')).toBe(true);
  });

  test('is none in the practice company, and for a customer known by its name', () => {
    expect(customerPage({ ...company, environment: 'practice' }, customer)).toBeNull();
    expect(customerPage(company, CustomerId.parse('Acme Ltd'))).toBeNull();
  });
});

test.each([
  'https://acme.my.salesforce.com/',
  'https://acme.my.salesforce.com/lightning/r/Account/0015g00000A1b2CAAR/view?x=1',
  'https://acme.my.salesforce.com/lightning/r/Account/0015g00000A1b2CAAR/edit',
  'https://acme.my.salesforce.com/secur/logout.jsp',
  'http://acme.my.salesforce.com/lightning/r/Account/0015g00000A1b2CAAR/view',
  'https://evil.example/lightning/r/Account/0015g00000A1b2CAAR/view',
  'https://qbo.intuit.com/login?deeplinkcompanyid=1&pagereq=deletecustomer%3FnameId%3D58',
  'https://qbo.intuit.com/login?deeplinkcompanyid=1&pagereq=customerdetail%3FnameId%3D58&x=1',
  'https://qbo.intuit.com/app/customerdetail?nameId=58',
  'file:///etc/passwd',
  '',
])('no page of a record: %s', (address) => {
  expect(isRecordPage(address)).toBe(false);
});
