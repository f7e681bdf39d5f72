import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileColumn } from '#shared/files.ts';
import { asSaid, withColumn } from '../../../renderer/files/column-choice.ts';
import { placeOf, problemTable } from '../../../renderer/files/problem-text.ts';
import { recognisedSentence } from '../../../renderer/files/recognised.ts';
import { headingsKey, mapFor, remembering } from '../../../renderer/files/remembered.ts';
import { importWords, joinedMaps, moved, slotFor } from '../../../renderer/files/stages.ts';

const column = (heading: string, field: string | null, isRepeated = false): FileColumn => ({
  heading,
  field,
  isRepeated,
  samples: [],
});
const fields = [
  { field: 'name', label: 'Name', isMany: false },
  { field: 'emails', label: 'E-mail', isMany: true },
  { field: 'phone', label: 'Phone', isMany: false },
];
const file = {
  fields,
  map: undefined,
  columns: [column('Firma', 'name'), column('Mail', 'emails'), column('Kunde', null), column('Mail 2', null)],
};

describe('saying what a column is', () => {
  test('takes a field that one column gives from the column before', () => {
    expect(withColumn(file, 'Kunde', 'name')).toEqual({ name: ['Kunde'], emails: ['Mail'] });
  });

  test('adds a column to a field that several give', () => {
    expect(withColumn(file, 'Mail 2', 'emails')).toEqual({ name: ['Firma'], emails: ['Mail', 'Mail 2'] });
  });

  test('says of a field that lost its only column that none gives it', () => {
    expect(withColumn(file, 'Mail', null)).toEqual({ name: ['Firma'], emails: [] });
  });
});

test('a field that no column gives stays without one when the next column is said', () => {
  const map = withColumn(file, 'Mail', null);
  const columns = asSaid(file.columns, map);
  expect(withColumn({ fields, columns, map }, 'Kunde', 'phone')).toEqual({
    name: ['Firma'],
    emails: [],
    phone: ['Kunde'],
  });
});

test('the next word is about the columns as they were said, though the preview of that is still to come', () => {
  const first = withColumn(file, 'Kunde', 'name');
  const columns = asSaid(file.columns, first);
  expect(columns.map(({ heading, field }) => [heading, field])).toEqual([
    ['Firma', null],
    ['Mail', 'emails'],
    ['Kunde', 'name'],
    ['Mail 2', null],
  ]);
  expect(withColumn({ fields, columns, map: first }, 'Firma', 'phone')).toEqual({
    name: ['Kunde'],
    emails: ['Mail'],
    phone: ['Firma'],
  });
});

describe('what was said of headings', () => {
  test('is found again for the same headings and the same kind, and can be forgotten', () => {
    const key = headingsKey(file.columns);
    const maps = remembering([], 'accounts', key, { name: 'Firma' });
    expect(mapFor(maps, 'accounts', key)).toEqual({ name: 'Firma' });
    expect(mapFor(maps, 'customers', key)).toBeUndefined();
    expect(remembering(maps, 'accounts', key, null)).toEqual([]);
  });

  test('is kept for the twenty latest only', () => {
    let maps = remembering([], 'accounts', 'first', {});
    for (let n = 0; n < 20; n++) maps = remembering(maps, 'accounts', `other ${n}`, {});
    expect([maps.length, mapFor(maps, 'accounts', 'first')]).toEqual([20, undefined]);
  });

  test('other headings have another key, whatever their case and the spaces about them', () => {
    const keyOf = (headings: string[]) => headingsKey(headings.map((heading) => column(heading, null)));
    expect(keyOf([' Firma', 'ORT'])).toBe(keyOf(['firma', 'Ort ']));
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2 }), (headings) => {
        expect(keyOf(headings)).not.toBe(keyOf([...headings].reverse()));
      }),
    );
  });
});

describe('what was recognised, in words', () => {
  const columns = [column('Customer', 'displayName'), column('Attachments', null)];

  test('a known layout with its count, and what it means to have no ids', () => {
    const preview = { layout: 'QuickBooks customer contact list', columns };
    expect(recognisedSentence('customers', preview, { count: 1_131, hasIds: false })).toBe(
      'QuickBooks customer contact list, 1,131 customers, no ids: names are the key, ids are looked up by name before anything is written',
    );
  });

  test('headings of one’s own by how many are recognised', () => {
    expect(recognisedSentence('accounts', { layout: null, columns }, { count: 1, hasIds: true })).toBe(
      '1 of 2 columns recognised, 1 account',
    );
  });
});

describe('several files', () => {
  const accounts = { kind: 'accounts', path: '/a.csv', sheet: null, headingRow: null } as const;
  const customers = { kind: 'customers', path: '/c.csv', sheet: 'S', headingRow: null } as const;

  test('that were dropped go where they belong, or to the side that has none', () => {
    expect(slotFor('contacts', {})).toBe('contacts');
    expect([slotFor(null, {}), slotFor(null, { accounts })]).toEqual(['accounts', 'customers']);
  });

  test('that were given the wrong way round change places', () => {
    expect(moved({ accounts, customers }, 'accounts', 'customers')).toEqual({
      accounts: { ...customers, kind: 'accounts' },
      customers: { ...accounts, kind: 'customers' },
    });
  });

  test('have one map, as --map of the command line takes it', () => {
    const ready = {
      accounts: { maps: { accounts: { name: 'Firma' }, sheets: { accounts: 'A' } }, count: 2 },
      customers: { maps: { sheets: { customers: 'C' }, headingRows: { customers: 4 } }, count: 1 },
    };
    expect(joinedMaps(ready)).toEqual({
      accounts: { name: 'Firma' },
      sheets: { accounts: 'A', customers: 'C' },
      headingRows: { customers: 4 },
    });
    expect(importWords(ready)).toBe('Import 2 accounts and 1 customer');
  });
});

test('problems name their column and rows, and are copied with every row', () => {
  const problem = { what: 'No amount.', column: 'Balance', count: 7, rows: [2, 3, 4, 5, 6, 7, 8] };
  expect(placeOf(problem)).toBe('column “Balance”, rows 2, 3, 4, 5, 6 and 2 more');
  expect(problemTable('c.csv', [{ ...problem, rows: [2, 3] }]).split('\n')).toEqual([
    'File\tRow\tColumn\tProblem',
    'c.csv\t2\tBalance\tNo amount.',
    'c.csv\t3\tBalance\tNo amount.',
  ]);
});
