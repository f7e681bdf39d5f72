import { expect, test } from 'vitest';
import { decisionCell } from '#app/worksheet/read/words.ts';

test.each([
  ['confirm', 'confirm'],
  [' Confirm ', 'confirm'],
  ['YES', 'confirm'],
  ['Ok.', 'confirm'],
  ['no', 'reject'],
  ['Rejected', 'reject'],
  ['later', 'skip'],
  ['Create new', 'create-new'],
  ['create–new', 'create-new'],
  ['create_new', 'create-new'],
  ['ignored', 'ignore'],
  ['', 'blank'],
  [' \u00a0', 'blank'],
])('“%s” means %s', (cell, meaning) => {
  expect(decisionCell(cell, 'account')).toBe(meaning);
});

test.each(['x', '?', 'maybe', 'no match', 'TRUE', '1', 'confirm?', 'yes, but call first'])(
  '“%s” could mean more than one thing and is asked',
  (cell) => {
    expect(decisionCell(cell, 'account')).toBe('unreadable');
  },
);

test('a customer alone can neither be confirmed nor rejected', () => {
  expect(decisionCell('yes', 'customer')).toBe('unreadable');
  expect(decisionCell('no', 'customer')).toBe('unreadable');
  expect(decisionCell('create new', 'customer')).toBe('create-new');
});
