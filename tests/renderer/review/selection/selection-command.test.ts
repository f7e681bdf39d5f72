import { expect, test } from 'vitest';
import { commandOf, type KeyPress } from '../../../../renderer/review/commands.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  repeat: false,
  ...held,
});
const shift = { shiftKey: true };

test.each([
  [press(' '), { kind: 'select', what: 'toggle' }],
  [press('a', { ctrlKey: true }), { kind: 'select', what: 'all' }],
  [press('a', { metaKey: true }), { kind: 'select', what: 'all' }],
  [press('Escape'), { kind: 'select', what: 'none' }],
  [press('ArrowDown', shift), { kind: 'extend', move: 'next', page: 10 }],
  [press('K', shift), { kind: 'extend', move: 'previous', page: 10 }],
  [press('End', shift), { kind: 'extend', move: 'last', page: 10 }],
  [press('ArrowUp', { ...shift, repeat: true }), { kind: 'extend', move: 'previous', page: 10 }],
])('%o chooses rows', (key, command) => {
  expect(commandOf(key, 10)).toEqual(command);
});

test.each([press(' ', { repeat: true }), press('a', { ctrlKey: true, shiftKey: true }), press(' ', shift)])(
  '%o does nothing',
  (key) => {
    expect(commandOf(key, 10)).toBeNull();
  },
);

test('letters by themselves decide and move as before', () => {
  expect(commandOf(press('a'), 10)).toEqual({ kind: 'decide', decision: 'confirm' });
  expect(commandOf(press('j'), 10)).toEqual({ kind: 'move', move: 'next', page: 10 });
});
