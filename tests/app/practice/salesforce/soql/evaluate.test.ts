import { describe, expect, test } from 'vitest';
import { idOf } from '#app/practice/salesforce/ids.ts';
import { evaluate, valueAt } from '#app/practice/salesforce/soql/evaluate.ts';
import { parseSoql } from '#app/practice/salesforce/soql/parse.ts';
import { resolve } from '#app/practice/salesforce/soql/resolve.ts';

const owner = { Id: idOf('005', 1), Name: 'Dana' };
const [acme, brio, cafe] = [idOf('001', 1), idOf('001', 2), idOf('001', 3)];
const accounts = [
  {
    Id: acme,
    Name: 'Acme',
    Phone: '555',
    AnnualRevenue: 10,
    OwnerId: owner.Id,
    qime__Taxable__c: true,
    SystemModstamp: '2026-01-01T00:00:00.000+0000',
  },
  {
    Id: cafe,
    Name: 'café',
    Phone: null,
    AnnualRevenue: 5,
    OwnerId: null,
    qime__Taxable__c: false,
    SystemModstamp: '2026-03-01T00:00:00.000+0000',
  },
  {
    Id: brio,
    Name: "Brio's",
    Phone: '',
    AnnualRevenue: null,
    OwnerId: owner.Id,
    qime__Taxable__c: false,
    SystemModstamp: '2026-02-01T00:00:00.000+0000',
  },
];
const lookup = (type: string, id: string) => (type === 'User' && id === owner.Id ? owner : undefined);
const found = (rest: string) =>
  evaluate(resolve(parseSoql(`SELECT Id FROM Account ${rest}`)), accounts, lookup);

describe('a query finds', () => {
  test.each([
    ['', [acme, brio, cafe]],
    ["WHERE Name = 'ACME'", [acme]],
    ["WHERE Name != 'acme'", [brio, cafe]],
    ["WHERE Phone != '555'", [brio, cafe]],
    ['WHERE Phone = null', [brio, cafe]],
    ["WHERE Phone = ''", [brio, cafe]],
    ['WHERE Phone != null', [acme]],
    ["WHERE Name LIKE '%o_s'", [brio]],
    ["WHERE Name IN ('acme', 'Brio\\'s')", [acme, brio]],
    ["WHERE Name NOT IN ('acme')", [brio, cafe]],
    [`WHERE Id = '${acme.slice(0, 15)}'`, [acme]],
    [`WHERE Id IN ('${acme}', '${cafe}')`, [acme, cafe]],
    ['WHERE AnnualRevenue > 5', [acme]],
    ['WHERE AnnualRevenue <= 10', [acme, cafe]],
    ['WHERE qime__Taxable__c = true', [acme]],
    ['WHERE SystemModstamp >= 2026-02-01T00:00:00Z', [brio, cafe]],
    ["WHERE Owner.Name = 'dana'", [acme, brio]],
    ['WHERE NOT (Phone = null)', [acme]],
    ['ORDER BY Name', [acme, brio, cafe]],
    ['ORDER BY Name DESC', [cafe, brio, acme]],
    ['ORDER BY AnnualRevenue', [brio, cafe, acme]],
    ['ORDER BY AnnualRevenue DESC NULLS LAST', [acme, cafe, brio]],
    ['ORDER BY Owner.Name NULLS LAST, Name DESC', [brio, acme, cafe]],
    ['ORDER BY Id LIMIT 1 OFFSET 1', [brio]],
    ['LIMIT 0', []],
  ])('%s', (rest, expected) => {
    expect(found(rest)).toEqual(expected);
  });
});

test('a value over an empty reference is null', () => {
  const [path] = resolve(parseSoql('SELECT Owner.Name FROM Account')).fields ?? [];
  if (path === undefined) throw new Error('no path');
  expect(accounts.map((account) => valueAt(path, account, lookup))).toEqual(['Dana', null, 'Dana']);
});

describe('a query that names what there is not is refused in the words of Salesforce', () => {
  const refusal = (query: string): unknown => {
    try {
      resolve(parseSoql(query));
      return null;
    } catch (error) {
      return error;
    }
  };

  test('a field', () => {
    expect(refusal('SELECT Id, qime__QB_Id2__c FROM Account')).toMatchObject({
      status: 400,
      errorCode: 'INVALID_FIELD',
      message:
        "\nSELECT Id, qime__QB_Id2__c FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column 'qime__QB_Id2__c' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
    });
  });

  test('an object, a relationship, a wrong id', () => {
    expect(refusal('SELECT Id FROM Invoice')).toMatchObject({
      errorCode: 'INVALID_TYPE',
      message: expect.stringContaining("sObject type 'Invoice' is not supported."),
    });
    expect(refusal('SELECT Boss.Name FROM Account')).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: expect.stringContaining("Didn't understand relationship 'Boss' in field path."),
    });
    expect(refusal("SELECT Id FROM Account WHERE Id = 'x'")).toMatchObject({
      errorCode: 'INVALID_QUERY_FILTER_OPERATOR',
      message: 'invalid ID field: x',
    });
  });

  test('there is no e-mail on an account', () => {
    expect(refusal('SELECT Email FROM Account')).toMatchObject({ errorCode: 'INVALID_FIELD' });
  });

  test.each([
    [
      'Name = 5',
      "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
    ],
    [
      "qime__Taxable__c = 'true'",
      "value of filter criterion for field 'qime__Taxable__c' must be of type boolean and should not be enclosed in quotes",
    ],
    [
      "SystemModstamp > '2026-01-01'",
      "value of filter criterion for field 'SystemModstamp' must be of type datetime and should not be enclosed in quotes",
    ],
    ["Description = 'x'", "field 'Description' can not be filtered in a query call"],
  ])('a value of the wrong kind: %s', (condition, message) => {
    expect(refusal(`SELECT Id FROM Account WHERE ${condition}`)).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message,
    });
  });
});
