import { expect, test } from 'vitest';
import { columnTracks } from '../../../../renderer/review/columns/column-widths.ts';
import { usualLayout } from '../../../../renderer/review/columns/layout.ts';
import { exampleRow } from '../example.ts';

const columnTemplate = (rows: Parameters<typeof columnTracks>[0], layout = usualLayout) =>
  columnTracks(rows, layout)
    .map(({ style: { flex } }) => flex)
    .join(', ');

/** The shares of the columns that hold text: account, customer, why. */
const shares = (template: string) =>
  Array.from(template.matchAll(/([\d.]+) 1 (?:100|72)px/g), ([, share]) => Number(share));

test('texts share the width by how long they usually are', () => {
  const rows = Array.from({ length: 20 }, (_, index) =>
    exampleRow(String(index), {
      accountName: 'A company with a long name',
      accountPlace: '',
      customerName: 'Short',
      customerPlace: '',
      reason: 'Sixteen letters.',
    }),
  );
  expect(shares(columnTemplate(rows))).toEqual([26, 10, 11.2]);
});

test('one very long text does not widen its column', () => {
  const usual = Array.from({ length: 20 }, (_, index) => exampleRow(String(index)));
  const odd = exampleRow('odd', { accountName: 'x'.repeat(200) });
  expect(columnTemplate([...usual, odd])).toBe(columnTemplate(usual));
});

test('a queue without scores and balances gives their room to the texts', () => {
  const rows = [exampleRow('1', { score: null, balance: null, customerId: null, customerName: '' })];
  expect(columnTemplate(rows)).toMatch(/0 0 64px, .*, 0 0 72px, 0 0 92px$/);
});

test('there are six columns even when there are no rows', () => {
  expect(columnTracks([], usualLayout)).toHaveLength(6);
});

test('a resized column keeps its width, and a pinned one knows where it stands', () => {
  const layout = {
    ...usualLayout,
    pinned: ['score' as const, 'customer' as const],
    widths: { customer: 300 },
  };
  const [customer, score, account] = columnTracks([exampleRow('1')], layout);
  expect(customer).toEqual({
    id: 'customer',
    least: 300,
    pinned: true,
    style: { flex: '0 0 300px', minWidth: 300, left: 30 },
  });
  expect(score).toMatchObject({ id: 'score', style: { flex: '0 0 104px', left: 330 } });
  expect(account).toMatchObject({ id: 'account', pinned: false });
  expect(account?.style).not.toHaveProperty('left');
});
