import { isValidPhoneNumber } from 'libphonenumber-js/max';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '#app/practice/company/generate.ts';
import * as room from '#app/practice/index.ts';
import { customerProperties } from '#app/practice/quickbooks/customer-properties.ts';
import { writtenProperties } from '#app/practice/quickbooks/customer-request.ts';
import { nameKey } from '#app/practice/quickbooks/name-space.ts';
import { toId18 } from '#app/practice/salesforce/ids.ts';
import { account as accountType } from '#app/practice/salesforce/objects/account.ts';
import { contact as contactType } from '#app/practice/salesforce/objects/contact.ts';
import { fieldsToWrite } from '#app/practice/salesforce/write-fields.ts';
import { isObject, type JsonObject, textOf } from '#app/practice/store/record.ts';

const seed = 2_026;
const { company, matches } = generate(seed);
const { Account: accounts, Contact: contacts } = company.salesforce;
const { Customer: customers, Vendor: vendors, Employee: employees } = company.quickbooks;
const accountById = new Map(accounts.map((account) => [account.Id, account]));
const customerById = new Map(customers.map((customer) => [customer.Id, customer]));
const part = (record: JsonObject, property: string, name: string) => {
  const value = record[property];
  return isObject(value) ? textOf(value, name) : '';
};
const email = (customer: JsonObject) => part(customer, 'PrimaryEmailAddr', 'Address');
const mostFrequent = (values: readonly string[]) =>
  Math.max(
    ...Map.groupBy(
      values.filter((value) => value !== ''),
      (value) => value,
    )
      .values()
      .map((same) => same.length),
  );

describe('the company of a seed', () => {
  test('is always the same, and another seed gives another', () => {
    expect(generate(seed)).toEqual({ company, matches });
    expect(generate(seed + 1).company.salesforce.Account).not.toEqual(accounts);
  });

  test.each([1, 7, 99, 2_026])('%i has the sizes of a small business', (other) => {
    const made = generate(other).company;
    expect(made.salesforce.Account.length).toBeGreaterThan(1_150);
    expect(made.salesforce.Account.length).toBeLessThan(1_300);
    expect(made.quickbooks.Customer.length).toBeGreaterThan(1_050);
    expect(made.quickbooks.Customer.length).toBeLessThan(1_200);
    expect(made.salesforce.Contact.length).toBeGreaterThan(1_000);
  });

  test('has about a third without a match on each side', () => {
    const unmatched = (all: readonly JsonObject[], matched: readonly string[]) =>
      1 - new Set(matched).size / all.length;
    const accountsAlone = unmatched(
      accounts,
      matches.map(({ accountId }) => accountId),
    );
    const customersAlone = unmatched(
      customers,
      matches.map(({ customerId }) => customerId),
    );
    for (const share of [accountsAlone, customersAlone]) {
      expect(share).toBeGreaterThan(0.26);
      expect(share).toBeLessThan(0.4);
    }
  });
});

describe('every record', () => {
  test('of Salesforce has a good id and fields that Salesforce would take', () => {
    const exists = () => true;
    for (const [type, records] of [
      [accountType, accounts],
      [contactType, contacts],
    ] as const) {
      expect(new Set(records.map(({ Id }) => Id)).size).toBe(records.length);
      for (const record of records) {
        expect(toId18(String(record.Id))).toBe(record.Id);
        const writable = Object.entries(record).filter(
          ([name]) => type.fields.find((field) => field.name === name)?.createable,
        );
        const written = fieldsToWrite(type, Object.fromEntries(writable), 'create', exists);
        expect(Object.keys(written)).toHaveLength(writable.length);
      }
    }
  });

  test('of QuickBooks has an id of its own, a name of its own and properties that QuickBooks would take', () => {
    const all = [...customers, ...vendors, ...employees];
    expect(new Set(all.map(({ Id }) => Id)).size).toBe(all.length);
    expect(new Set(all.map((record) => nameKey(textOf(record, 'DisplayName')))).size).toBe(all.length);
    for (const customer of customers) {
      expect(Object.keys(writtenProperties(customer)).every((name) => customerProperties.has(name))).toBe(
        true,
      );
      expect(Object.values(customer)).not.toContain('');
      expect(Object.values(customer)).not.toContain(null);
    }
  });

  test('below another stands below it by id, level, full name and money', () => {
    const children = customers.filter(({ ParentRef }) => ParentRef !== undefined);
    expect(children.length).toBeGreaterThan(50);
    for (const child of children) {
      const parent = customerById.get(part(child, 'ParentRef', 'value'));
      expect(child.FullyQualifiedName).toBe(
        `${textOf(parent ?? {}, 'FullyQualifiedName')}:${textOf(child, 'DisplayName')}`,
      );
      expect(Number(child.Id)).toBeGreaterThan(Number(parent?.Id));
      expect(Number(parent?.BalanceWithJobs)).toBeGreaterThanOrEqual(Number(parent?.Balance));
    }
  });

  test('has phone numbers that exist', () => {
    const numbers = accounts
      .map((account) => textOf(account, 'Phone'))
      .filter((phone) => /^[(\d+]/.test(phone));
    const country = (phone: string) => (phone.startsWith('0') || phone.startsWith('+44') ? 'GB' : 'US');
    const valid = numbers.filter((phone) =>
      isValidPhoneNumber(phone.split(/ ?(?:,? ?ext|Ext|x|#)/)[0] ?? '', country(phone)),
    );
    expect(valid.length / numbers.length).toBeGreaterThan(0.99);
  });
});

describe('the disorder of real data is there', () => {
  const pairs = matches.map((match) => ({
    label: match.label,
    account: textOf(accountById.get(match.accountId) ?? {}, 'Name'),
    customer: textOf(customerById.get(match.customerId) ?? {}, 'DisplayName'),
  }));

  test.each([
    'same',
    'legal form',
    'and',
    'abbreviated',
    'saint',
    'accents',
    'typo',
    'capitals',
    'note',
    'city',
    'cut',
    'acronym',
    'contact',
    'care of',
    'last, first',
    'nickname',
    'dba',
    'trading name',
    'branch',
    'sub-customer',
    'duplicate account',
    'duplicate customer',
  ])('%s', (label) => {
    expect(pairs.filter((pair) => pair.label === label).length).toBeGreaterThan(2);
  });

  test('one e-mail and one phone number on dozens of customers', () => {
    expect(mostFrequent(customers.map(email))).toBeGreaterThan(24);
    const digits = customers.map((customer) =>
      part(customer, 'PrimaryPhone', 'FreeFormNumber').replaceAll(/\D/g, '').replace(/^1/, '').slice(0, 10),
    );
    expect(mostFrequent(digits)).toBeGreaterThan(20);
  });

  test('free-mail domains, several e-mails in one field, P.O. boxes, ZIP+4, extensions', () => {
    const count = (pattern: RegExp, values: readonly string[]) =>
      values.filter((value) => pattern.test(value)).length;
    expect(count(/@(?:gmail|yahoo)\.com$/, customers.map(email))).toBeGreaterThan(60);
    expect(count(/@.+,.*@/, customers.map(email))).toBeGreaterThan(25);
    expect(
      count(
        /^P\.? ?O\.? Box|^Post Office/i,
        customers.map((one) => part(one, 'BillAddr', 'Line1')),
      ),
    ).toBeGreaterThan(60);
    expect(
      count(
        /^\d{5}-\d{4}$/,
        customers.map((one) => part(one, 'BillAddr', 'PostalCode')),
      ),
    ).toBeGreaterThan(100);
    expect(
      count(
        /(?:x|ext\.?|#) ?\d+$/i,
        accounts.map((one) => textOf(one, 'Phone')),
      ),
    ).toBeGreaterThan(40);
  });

  test('the same account twice to the letter', () => {
    const keys = accounts.map(({ Name, Phone, BillingStreet, Website }) =>
      JSON.stringify([Name, Phone, BillingStreet, Website]),
    );
    expect(keys.length - new Set(keys).size).toBeGreaterThan(10);
  });

  test('names on both sides that belong to different businesses', () => {
    const matched = new Set(matches.map(({ accountId, customerId }) => `${accountId} ${customerId}`));
    const customersByName = Map.groupBy(customers, (customer) => nameKey(textOf(customer, 'DisplayName')));
    const traps = accounts.flatMap((account) =>
      (customersByName.get(nameKey(textOf(account, 'Name'))) ?? []).filter(
        (customer) => !matched.has(`${String(account.Id)} ${String(customer.Id)}`),
      ),
    );
    expect(traps.length).toBeGreaterThan(5);
  });

  test('inactive customers, and money on many of the others', () => {
    expect(customers.filter(({ Active }) => Active === false).length).toBeGreaterThan(40);
    expect(customers.filter(({ Balance }) => Number(Balance) > 0).length).toBeGreaterThan(300);
    expect(Math.max(...customers.map(({ Balance }) => Number(Balance)))).toBeGreaterThan(3_000);
  });

  test('links that are there already are right, or lead to nobody', () => {
    const linked = accounts.filter((account) => account.qime__QB_ID__c !== null);
    const dangling = linked.filter((account) => !customerById.has(String(account.qime__QB_ID__c)));
    expect(dangling.length).toBe(14);
    expect(linked.length).toBe(88);
    const gone = new Set([...vendors, ...employees].map(({ Id }) => Id));
    for (const account of linked) {
      const id = account.qime__QB_ID__c;
      if (dangling.includes(account)) expect(gone.has(String(id))).toBe(false);
      else {
        const isTrue = matches.some((match) => match.accountId === account.Id && match.customerId === id);
        expect(isTrue).toBe(true);
        expect(account.qime__QB_SyncToken__c).toBe(customerById.get(String(id))?.SyncToken);
      }
    }
  });
});

describe('the truth', () => {
  let pairs: readonly { account: number; customer: number }[] = [];
  beforeAll(() => {
    pairs = matches.map(({ accountId, customerId }) => ({
      account: accounts.findIndex(({ Id }) => Id === accountId),
      customer: customers.findIndex(({ Id }) => Id === customerId),
    }));
  });

  test('is of records that there are', () => {
    for (const { account, customer } of pairs) {
      expect(account).toBeGreaterThanOrEqual(0);
      expect(customer).toBeGreaterThanOrEqual(0);
    }
  });

  test('is not exported from the room', () => {
    expect(Object.keys(room).sort()).toEqual([
      'isPractice',
      'practiceCompanyName',
      'practiceOrganisationId',
      'practiceRealmId',
      'startPractice',
    ]);
  });

  test('cannot be read from the order of the records and their ids', () => {
    const order = correlation(
      pairs.map(({ account }) => account),
      pairs.map(({ customer }) => customer),
    );
    expect(Math.abs(order)).toBeLessThan(0.15);
    for (const [records, side] of [
      [accounts, 'accountId'],
      [customers, 'customerId'],
    ] as const) {
      const matched = new Set(matches.map((match) => match[side]));
      const isMatched = records.map(({ Id }) => Number(matched.has(String(Id))));
      expect(Math.abs(correlation(isMatched, [...records.keys()]))).toBeLessThan(0.12);
    }
  });

  test('is told by no word that is served', () => {
    const served = JSON.stringify(company);
    for (const word of ['duplicate', 'trading name', 'near miss', 'label'])
      expect(served).not.toContain(word);
  });
});

/** Pearson's correlation, -1 to 1. */
function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = mean(xs.map((x, index) => (x - mx) * ((ys[index] ?? 0) - my)));
  const spread = (values: readonly number[], center: number) =>
    Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
  return covariance / (spread(xs, mx) * spread(ys, my));
}
