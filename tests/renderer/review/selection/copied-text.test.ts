import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copiedText } from '../../../../renderer/review/selection/copied-text.ts';

const columns = [
  { heading: 'Name', textOf: (row: readonly string[]) => row[0] ?? '' },
  { heading: 'Balance', textOf: (row: readonly string[]) => row[1] ?? '' },
];

test('one row is copied as it stands, several under their headings', () => {
  expect(copiedText([['Acme', '12.50']], columns)).toBe('Acme\t12.50');
  expect(
    copiedText(
      [
        ['Acme', '12.50'],
        ['Beta', ''],
      ],
      columns,
    ),
  ).toBe('Name\tBalance\nAcme\t12.50\nBeta\t');
});

test('a formula is guarded, a negative amount is not', () => {
  expect(copiedText([['=HYPERLINK("http://x")', '-3.00']], columns)).toBe(`'=HYPERLINK("http://x")\t-3.00`);
});

test('whatever a cell says, every row stays one line of as many cells, none of which begins a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 2, maxLength: 5 }), (rows) => {
      const lines = copiedText(rows, columns).split('\n');
      expect(lines).toHaveLength(rows.length + 1);
      for (const line of lines) {
        const cells = line.split('\t');
        expect(cells).toHaveLength(2);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+@]/);
      }
    }),
  );
});
