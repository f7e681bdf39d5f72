import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSoql } from '#app/practice/salesforce/soql/parse.ts';
import { conditionOf } from '../../../../app/sources/salesforce/soql-condition.ts';

const accepted = (clause: string) => {
  const condition = conditionOf(clause);
  return condition.kind === 'condition' ? condition.soql : null;
};
const refusal = (clause: string) => {
  const condition = conditionOf(clause);
  return condition.kind === 'refused' ? condition.message : null;
};

describe('a condition is taken as it was written', () => {
  test.each([
    "Type = 'Customer'",
    "  Name LIKE 'A%' AND (BillingState = 'CA' OR BillingState = 'OR')  ",
    "Name = 'O\\'Hara; (closed' AND Site = 'ORDER BY Name LIMIT 1'",
    "Name = 'ends with a backslash \\\\'",
    'CreatedDate = LAST_N_DAYS:30 AND AnnualRevenue >= -1.5 AND LastModifiedDate > 2026-01-01T00:00:00+01:00',
    "Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'Won')",
    "NOT (Owner.Name = 'Dana' OR Limit__c > 3)",
    "Category__c INCLUDES ('A;B', 'C')",
    "DISTANCE(Place__c, GEOLOCATION(37.77,-122.4), 'mi') < 20",
    "Name = 'straße “quoted”'",
  ])('%s', (clause) => {
    expect(accepted(clause)).toBe(clause.trim());
  });

  test('without the word WHERE, which people write too', () => {
    expect(accepted("where Type = 'Customer'")).toBe("Type = 'Customer'");
    expect(accepted('WHERE(IsDeleted = false)')).toBe('(IsDeleted = false)');
    expect(accepted("Where__c = 'here'")).toBe("Where__c = 'here'");
  });
});

describe('what is more or less than a condition is refused, and said why', () => {
  test.each([
    ['', /Write a condition/],
    ['WHERE ', /Write a condition|does not belong/],
    ["Name = 'Acme", /quote is not closed/],
    ["Name = 'Acme\\'", /quote is not closed/],
    ["(Name = 'Acme'", /parenthesis is not closed/],
    ["Name = 'Acme')", /closing parenthesis too many/],
    ["Name = 'a') OR (Name = 'b'", /closing parenthesis too many/],
    ["Name = 'a' ORDER BY Name", /“ORDER” does not belong/],
    ["Name = 'a' limit 5", /“limit” does not belong/],
    ["Name = 'a' ALL ROWS", /“ALL” does not belong/],
    ["Name = 'a' WITH SECURITY_ENFORCED", /“WITH” does not belong/],
    ["Name = 'a' FOR UPDATE", /“FOR” does not belong/],
    ["(Name = 'a' LIMIT 5)", /“LIMIT” does not belong/],
    ["SELECT Id FROM Account WHERE Name = 'a'", /“SELECT” does not belong/],
    ["Name = 'a'; Name = 'b'", /“;” does not belong/],
    ['Name = "Acme"', /straight single quotes/],
    ['Name = ‘Acme’', /straight single quotes/],
    ["Name = 'a' -- b /* c", /“\/” does not belong/],
    ["Name = 'a' \\ 'b'", /“\\” does not belong/],
    [`Name = '${'x'.repeat(6_000)}'`, /too long/],
    [`Name = '${'漢'.repeat(900)}'`, /too long/],
  ])('%s', (clause, message) => {
    expect(refusal(clause)).toMatch(message);
  });
});

/** Pieces of which people's conditions, and what could break out of them, are made. */
const fragment = fc.constantFrom(
  "Name = 'a'",
  "Name IN ('a', 'b')",
  'Id IN (SELECT AccountId FROM Contact)',
  "'",
  "\\'",
  '\\',
  "\\\\'",
  '(',
  ')',
  ' AND ',
  ' OR ',
  'NOT ',
  ' ORDER BY Name',
  ' LIMIT 1',
  ';',
  '\n',
  'WHERE ',
  '"',
  "') OR (Name = '",
);
const anyClause = fc.oneof(
  fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** The depth of parentheses after each character, as one who reads the text by itself counts it; null within a text. */
function depths(soql: string): (number | null)[] {
  let depth = 0;
  let inText = false;
  let isEscaped = false;
  return [...soql].map((char) => {
    if (inText) {
      if (isEscaped) isEscaped = false;
      else if (char === '\\') isEscaped = true;
      else if (char === "'") inText = false;
      return inText ? null : depth;
    }
    if (char === "'") inText = true;
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    return inText ? null : depth;
  });
}

test('in parentheses, no accepted condition ends them or reaches beyond them', () => {
  fc.assert(
    fc.property(anyClause, (clause) => {
      const soql = accepted(clause);
      fc.pre(soql !== null);
      const all = depths(`(${soql})`);
      expect(all.at(-1)).toBe(0);
      expect(all.slice(0, -1)).not.toContain(0);
    }),
    { numRuns: 3_000, seed: 7, maxSkipsPerRun: 1_000 },
  );
});

test('what else a query asks stays as it was, whatever condition was accepted', () => {
  let parsed = 0;
  fc.assert(
    fc.property(anyClause, (clause) => {
      const soql = accepted(clause);
      fc.pre(soql !== null);
      const query = queryOf(`SELECT Id FROM Account WHERE (${soql}) AND Id > '001'`);
      if (query === null) return;
      parsed += 1;
      expect(query.where).toMatchObject({ kind: 'and', terms: { length: 2 } });
      expect(query.where).toMatchObject({ terms: [{}, { kind: 'compare', path: { names: ['Id'] } }] });
      expect([query.orderBy, query.limit, query.grouping]).toEqual([[], null, null]);
    }),
    { numRuns: 3_000, seed: 7, maxSkipsPerRun: 1_000 },
  );
  expect(parsed).toBeGreaterThan(100);
});

function queryOf(soql: string) {
  try {
    return parseSoql(soql);
  } catch {
    return null;
  }
}

const text = fc.string({ maxLength: 12 }).map((value) => `'${value.replace(/[\\']/g, '\\$&')}'`);
const comparison = fc.oneof(
  text.map((value) => `Name = ${value}`),
  text.map((value) => `Owner.Name LIKE ${value}`),
  fc.integer().map((value) => `AnnualRevenue >= ${value}`),
  fc.array(text, { minLength: 1, maxLength: 3 }).map((values) => `Type IN (${values.join(', ')})`),
);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    comparison,
    fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a}) AND (${b})`),
    tie('condition').map((inner) => `NOT (${inner})`),
  ),
}));

test('every condition that is one is accepted, whatever its texts hold', () => {
  fc.assert(
    fc.property(condition, (soql) => {
      fc.pre(soql.length < 1_000);
      expect(accepted(soql)).toBe(soql.trim());
    }),
  );
});
