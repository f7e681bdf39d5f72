import { describe, expect, test } from 'vitest';
import { commandOf, type KeyPress } from '../../../renderer/review/commands.ts';

const press = (key: string, held: Partial<KeyPress> = {}) =>
  commandOf(
    { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, repeat: false, ...held },
    20,
  );

describe('decisions', () => {
  test.each([
    ['a', 'confirm'],
    ['A', 'confirm'],
    ['x', 'reject'],
    ['s', 'skip'],
    ['n', 'create-new'],
  ])('%s decides %s', (key, decision) => {
    expect(press(key)).toEqual({ kind: 'decide', decision });
  });

  test('1 to 9 confirm a candidate by its place', () => {
    expect(press('1')).toEqual({ kind: 'choose', place: 0 });
    expect(press('9')).toEqual({ kind: 'choose', place: 8 });
  });

  test('a key that is held down decides once', () => {
    expect(press('a', { repeat: true })).toBeNull();
    expect(press('Backspace', { repeat: true })).toBeNull();
  });

  test.each([
    ['0', 'reject-all'],
    ['m', 'search'],
    ['c', 'comment'],
    ['v', 'compare'],
  ])('%s: %s', (key, kind) => {
    expect(press(key)).toEqual({ kind });
  });
});

describe('taking back', () => {
  test('Backspace and Ctrl+Z undo, with Shift Ctrl+Z does again', () => {
    expect(press('Backspace')).toEqual({ kind: 'undo' });
    expect(press('z', { ctrlKey: true })).toEqual({ kind: 'undo' });
    expect(press('z', { metaKey: true })).toEqual({ kind: 'undo' });
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'redo' });
  });
});

describe('moving', () => {
  test.each([
    ['ArrowDown', 'next'],
    ['j', 'next'],
    ['ArrowUp', 'previous'],
    ['k', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['PageDown', 'page-down'],
    ['PageUp', 'page-up'],
    [']', 'next-open'],
    ['[', 'previous-open'],
  ])('%s moves %s, held down too', (key, move) => {
    expect(press(key)).toEqual({ kind: 'move', move, page: 20 });
    expect(press(key, { repeat: true })).toEqual({ kind: 'move', move, page: 20 });
  });
});

describe('what belongs to the browser or the system is left to them', () => {
  test.each<[string, Partial<KeyPress>]>([
    ['c', { ctrlKey: true }],
    ['s', { metaKey: true }],
    ['x', { altKey: true }],
    ['S', { shiftKey: true }],
    ['Tab', {}],
    ['q', {}],
    ['F5', {}],
  ])('%s with %o', (key, held) => {
    expect(press(key, held)).toBeNull();
  });
});
