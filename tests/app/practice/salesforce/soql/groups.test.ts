import { describe, expect, test } from 'vitest';
import { SalesforceError } from '#app/practice/salesforce/errors.ts';
import { idOf } from '#app/practice/salesforce/ids.ts';
import { groupsOf } from '#app/practice/salesforce/soql/groups.ts';
import { parseSoql } from '#app/practice/salesforce/soql/parse.ts';
import { resolve } from '#app/practice/salesforce/soql/resolve.ts';

const dana = { Id: idOf('005', 1), Name: 'Dana' };
const luis = { Id: idOf('005', 2), Name: 'Luis' };
const account = (n: number, OwnerId: string, Phone: string | null) => ({
  Id: idOf('001', n),
  OwnerId,
  Phone,
});
const accounts = [
  account(1, dana.Id, '555'),
  account(2, luis.Id, null),
  account(3, luis.Id, '555'),
  account(4, luis.Id, '556'),
];
const lookup = (type: string, id: string) =>
  type === 'User' ? [dana, luis].find(({ Id }) => Id === id) : accounts.find(({ Id }) => Id === id);

function rows(soql: string) {
  const query = resolve(parseSoql(soql));
  if (query.grouping === null) throw new Error('nothing is grouped');
  return groupsOf(query, query.grouping, accounts, lookup).map(({ attributes, ...row }) => {
    expect(attributes).toEqual({ type: 'AggregateResult' });
    return row;
  });
}

describe('a grouped query gives', () => {
  test('a row a group, a field of a relationship under its own name, the count under its alias', () => {
    const soql =
      'SELECT OwnerId, Owner.Name, COUNT(Id) accounts FROM Account GROUP BY OwnerId, Owner.Name ORDER BY COUNT(Id) DESC';
    expect(rows(soql)).toEqual([
      { OwnerId: luis.Id, Name: 'Luis', accounts: 3 },
      { OwnerId: dana.Id, Name: 'Dana', accounts: 1 },
    ]);
  });

  test('as many rows as LIMIT says, of the records that WHERE takes', () => {
    const soql =
      "SELECT Owner.Name FROM Account WHERE Phone = '555' GROUP BY Owner.Name ORDER BY Owner.Name DESC LIMIT 1";
    expect(rows(soql)).toEqual([{ Name: 'Luis' }]);
  });

  test('counts of the values there are, in one row where it groups by nothing', () => {
    expect(rows('SELECT COUNT(Id), COUNT(Phone) phones FROM Account')).toEqual([{ expr0: 4, phones: 3 }]);
    expect(rows("SELECT COUNT(Id) FROM Account WHERE Phone = 'none'")).toEqual([{ expr0: 0 }]);
  });
});

test('a field that is neither grouped by nor counted is refused', () => {
  const query = parseSoql('SELECT Name, COUNT(Id) FROM Account GROUP BY OwnerId');
  expect(() => resolve(query)).toThrow(SalesforceError);
  expect(() => resolve(query)).toThrow('Field must be grouped or aggregated: Name');
});
