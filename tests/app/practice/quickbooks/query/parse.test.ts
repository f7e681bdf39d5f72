import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '#app/practice/quickbooks/query/parse.ts';

describe("QuickBooks' query language", () => {
  test('selects whole records, 100 from the first unless told otherwise', () => {
    expect(parseQuery('select * from Customer')).toEqual({
      entity: 'Customer',
      count: false,
      where: [],
      orderBy: [],
      startPosition: 1,
      maxResults: 100,
    });
  });

  test('counts', () => {
    expect(parseQuery('SELECT COUNT(*) FROM Customer').count).toBe(true);
  });

  test('takes conditions, order and page, in any case and either order', () => {
    const query = parseQuery(
      "select * from customer where Active IN (true,false) and Balance > '10.5' and DisplayName like 'A%' orderby Id asc, GivenName desc maxresults 20 startposition 41",
    );
    expect(query).toMatchObject({
      where: [
        { property: 'Active', operator: 'IN', values: [true, false] },
        { property: 'Balance', operator: '>', values: ['10.5'] },
        { property: 'DisplayName', operator: 'LIKE', values: ['A%'] },
      ],
      orderBy: [
        { property: 'Id', descending: false },
        { property: 'GivenName', descending: true },
      ],
      startPosition: 41,
      maxResults: 20,
    });
    expect(parseQuery('SELECT * FROM Vendor ORDER BY Id')).toMatchObject({ orderBy: [{ property: 'Id' }] });
  });

  test('takes any text between quotes when quote and backslash are escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const quoted = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
        expect(parseQuery(`select * from Customer where DisplayName = '${quoted}'`).where).toEqual([
          { property: 'DisplayName', operator: '=', values: [text] },
        ]);
      }),
    );
  });

  test.each([
    [
      "select * from Customer where DisplayName = 'Cutlery 'R' Us'",
      'Encountered " "R" "" at line 1, column 54.',
    ],
    ["select * from Customer where Id = '1' or Id = '2'", 'Encountered " "or" "" at line 1, column 39.'],
    ['select Id, DisplayName from Customer', 'Encountered " "Id" "" at line 1, column 8.'],
    ['select * from Customer where Id != 1', 'Encountered " "!=" "" at line 1, column 33.'],
    ['', 'Encountered " "<EOF>" "" at line 1, column 1.'],
    ['select * from Customer where Id %3D 1', 'Lexical error at line 1, column 33.'],
  ])('refuses %j', (text, detail) => {
    expect(() => parseQuery(text)).toThrowError(
      expect.objectContaining({
        code: '4000',
        message: 'Error parsing query',
        detail: expect.stringContaining(detail),
      }),
    );
  });

  test.each(['maxresults 1001', 'startposition 0'])('refuses %s', (page) => {
    expect(() => parseQuery(`select * from Customer ${page}`)).toThrowError(
      expect.objectContaining({ code: '4001' }),
    );
  });
});
