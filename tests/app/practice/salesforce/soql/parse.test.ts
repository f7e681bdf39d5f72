import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSoql } from '#app/practice/salesforce/soql/parse.ts';

const names = (paths: readonly { names: readonly string[] }[] | null) =>
  paths?.map((path) => path.names.join('.'));

describe('SOQL', () => {
  test('names fields, over relationships too, and an object', () => {
    const query = parseSoql('select Id, Owner.Name\nfrom Account');
    expect(names(query.fields)).toEqual(['Id', 'Owner.Name']);
    expect(query.from.name).toBe('Account');
    expect(query.where).toBeNull();
  });

  test('counts with COUNT()', () => {
    expect(parseSoql('SELECT COUNT() FROM Contact').fields).toBeNull();
  });

  test('has conditions in parentheses', () => {
    const { where } = parseSoql(
      "SELECT Id FROM Account WHERE (Name LIKE 'A%' OR Phone = null) AND NOT Type IN ('x', 'y')",
    );
    expect(where).toMatchObject({
      kind: 'and',
      terms: [
        {
          kind: 'or',
          terms: [
            { kind: 'compare', operator: 'LIKE', value: { kind: 'string', value: 'A%' } },
            { kind: 'compare', operator: '=', value: { kind: 'null' } },
          ],
        },
        { kind: 'not', term: { kind: 'in', negated: false } },
      ],
    });
  });

  test('tells order, limit and offset', () => {
    const query = parseSoql('SELECT Id FROM Account ORDER BY Name DESC NULLS LAST, Id LIMIT 10 OFFSET 20');
    expect(query.orderBy.map(({ path, ...order }) => ({ ...order, names: path.names }))).toEqual([
      { names: ['Name'], counted: false, descending: true, nulls: 'last' },
      { names: ['Id'], counted: false, descending: false, nulls: 'first' },
    ]);
    expect([query.limit, query.offset]).toEqual([10, 20]);
  });

  test('reads numbers, truth values, dates and times', () => {
    const { where } = parseSoql(
      'SELECT Id FROM Account WHERE AnnualRevenue >= -1.5 AND IsDeleted = FALSE AND CreatedDate > 2026-01-02T03:04:05Z AND CreatedDate < 2027-01-01T00:00:00.000+0000',
    );
    expect(where).toMatchObject({
      terms: [
        { value: { kind: 'number', value: -1.5 } },
        { value: { kind: 'boolean', value: false } },
        { value: { kind: 'time', value: '2026-01-02T03:04:05Z' } },
        { value: { kind: 'time', value: '2027-01-01T00:00:00.000+0000' } },
      ],
    });
  });

  test('takes any text between quotes, escaped as jsforce escapes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const value = text.replaceAll(/[%_]/g, '');
        const quoted = `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
        expect(parseSoql(`SELECT Id FROM Account WHERE Name = ${quoted}`).where).toMatchObject({
          value: { kind: 'string', value },
        });
      }),
    );
  });

  test.each([
    ['', "unexpected token: '<EOF>'"],
    ['SELECT FROM Account', "unexpected token: 'Account'"],
    ['SELECT Id FROM Account WHERE', "unexpected token: '<EOF>'"],
    ['SELECT Id FROM Account WHERE Name ~ 1', "line 1:34 no viable alternative at character '~'"],
    ["SELECT Id FROM Account WHERE Name = 'open", "line 1:41 mismatched character '<EOF>' expecting '''"],
    ["SELECT Id FROM Account WHERE Name = 'a' AND Id = 'b' OR Id = 'c'", "unexpected token: 'OR'"],
    ['SELECT Id FROM Account LIMIT many', "unexpected token: 'many'"],
    ['SELECT Id FROM Account; DELETE', "line 1:22 no viable alternative at character ';'"],
    ['SELECT Id, (SELECT Id FROM Contacts) FROM Account', "unexpected token: '('"],
  ])('refuses %j', (text, message) => {
    expect(() => parseSoql(text)).toThrowError(
      expect.objectContaining({ errorCode: 'MALFORMED_QUERY', status: 400, message }),
    );
  });

  test('refuses an offset above 2,000', () => {
    expect(() => parseSoql('SELECT Id FROM Account OFFSET 2001')).toThrowError(
      expect.objectContaining({ errorCode: 'NUMBER_OUTSIDE_VALID_RANGE' }),
    );
  });
});
