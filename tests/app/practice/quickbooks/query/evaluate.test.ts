import { describe, expect, test } from 'vitest';
import { evaluate } from '#app/practice/quickbooks/query/evaluate.ts';
import { parseQuery } from '#app/practice/quickbooks/query/parse.ts';
import { findEntity } from '#app/practice/quickbooks/query/properties.ts';

const customer = (Id: string, DisplayName: string, rest: object = {}) => ({
  Id,
  DisplayName,
  FullyQualifiedName: DisplayName,
  Active: true,
  Balance: 0,
  Job: false,
  MetaData: { LastUpdatedTime: '2026-01-01T00:00:00-07:00' },
  ...rest,
});
const customers = [
  customer('10', 'Brio', { PrimaryEmailAddr: { Address: 'a@brio.com' }, Balance: 20.5 }),
  customer('9', 'acme (100%)', { MetaData: { LastUpdatedTime: '2026-03-01T00:00:00-07:00' } }),
  customer('11', 'Closed', { Active: false }),
  customer('12', 'Roof', { FullyQualifiedName: 'Brio:Roof', ParentRef: { value: '10' }, Job: true }),
];
const found = (rest: string) =>
  evaluate(parseQuery(`select * from Customer ${rest}`), 'Customer', customers).map(({ Id }) => Id);

describe('a query finds', () => {
  test.each([
    ['', ['9', '10', '12']],
    ['where Active = false', ['11']],
    ['where Active IN (true, false) orderby Id', ['9', '10', '11', '12']],
    ['where Active IN (true, false) orderby Id desc', ['12', '11', '10', '9']],
    ["where DisplayName = 'brio'", ['10']],
    ["where DisplayName LIKE '%100\\%%'", ['9']],
    ["where Id IN ('10', '11')", ['10']],
    ["where Id IN ('10', '11') and Active IN (true, false)", ['10', '11']],
    ["where Balance > '20'", ['10']],
    ['where Balance <= 20', ['9', '12']],
    ["where PrimaryEmailAddr = 'A@brio.com'", ['10']],
    ["where MetaData.LastUpdatedTime > '2026-02-01T00:00:00-07:00'", ['9']],
    ['where Job = true', ['12']],
    ["where ParentRef = '10'", ['12']],
  ])('%s', (rest, expected) => {
    expect(found(rest)).toEqual(expected);
  });

  test.each([
    [
      'BillAddr',
      'where BillAddr = 1',
      'QueryValidationError: Property BillAddr not found for Entity Customer',
    ],
    ['order', 'orderby Nothing', 'QueryValidationError: Property Nothing not found for Entity Customer'],
    ['value', "where Balance = 'much'", 'QueryValidationError: Invalid value much for property Balance'],
  ])('nothing by what cannot be asked for (%s)', (_, rest, detail) => {
    expect(() => found(rest)).toThrowError(expect.objectContaining({ code: '4001', detail }));
  });
});

test('an entity is found in any case, and refused when there is none', () => {
  expect(findEntity('customer')).toBe('Customer');
  expect(() => findEntity('Pony')).toThrowError(expect.objectContaining({ code: '4001' }));
});
