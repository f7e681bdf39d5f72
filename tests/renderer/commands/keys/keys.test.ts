import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeableKey,
  commandOf,
  type KeyChoice,
  keysOf,
  keyTable,
  problemWith,
  usualKeys,
  withKey,
} from '../../../../renderer/commands/keys/key-choice.ts';
import { type KeyPress, keyOf, keyWord } from '../../../../renderer/commands/keys/key-press.ts';
import { commands } from '../../../../renderer/commands/register.ts';

const pressOf = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  repeat: false,
  ...held,
});

/** The id of the command that a press means on a keyboard with Ctrl, with this choice of keys. */
const press = (key: string, held: Partial<KeyPress> = {}, choice: KeyChoice = usualKeys) =>
  commandOf(pressOf(key, held), keyTable(commands, choice), false)?.command.id ?? null;

function the(id: string) {
  const command = commands.find((one) => one.id === id);
  if (command === undefined) throw new Error(`no command ${id}`);
  return command;
}

describe('the usual keys', () => {
  test.each([
    ['a', 'review.confirm'],
    ['A', 'review.confirm'],
    ['x', 'review.reject'],
    ['s', 'review.skip'],
    ['n', 'review.create-new'],
    ['0', 'review.none'],
    ['1', 'review.choose'],
    ['9', 'review.choose'],
    ['m', 'review.search'],
    ['Backspace', 'review.undo'],
    ['/', 'move.filter'],
    ['Enter', 'move.evidence'],
  ])('%s is %s, once however long it is held', (key, id) => {
    expect(press(key)).toBe(id);
    expect(press(key, { repeat: true })).toBeNull();
  });

  test.each([
    ['ArrowDown', 'move.down'],
    ['j', 'move.down'],
    ['ArrowUp', 'move.up'],
    ['k', 'move.up'],
    ['Home', 'move.first'],
    ['End', 'move.last'],
    ['PageDown', 'move.page-down'],
    ['PageUp', 'move.page-up'],
    [']', 'move.next-open'],
    ['[', 'move.previous-open'],
  ])('%s is %s, again and again while it is held', (key, id) => {
    expect(press(key)).toBe(id);
    expect(press(key, { repeat: true })).toBe(id);
  });

  test('Ctrl+Z undoes, with Shift it does again, Ctrl+K opens the commands', () => {
    expect(press('z', { ctrlKey: true })).toBe('review.undo');
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('review.redo');
    expect(press('k', { ctrlKey: true })).toBe('help.palette');
  });

  test('a sign that takes Shift to be typed is itself', () => {
    expect(press('?', { shiftKey: true })).toBe('help.sheet');
  });

  test('on macOS ⌘ does what Ctrl does elsewhere, and Ctrl nothing', () => {
    expect(keyOf(pressOf('z', { metaKey: true }), true)).toBe('Mod+z');
    expect(keyOf(pressOf('z', { ctrlKey: true }), true)).toBeNull();
    expect(keyOf(pressOf('z', { metaKey: true }), false)).toBeNull();
  });

  test.each<[string, Partial<KeyPress>]>([
    ['q', { ctrlKey: true }],
    ['s', { metaKey: true }],
    ['x', { altKey: true }],
    ['Q', { shiftKey: true }],
    ['Tab', {}],
    ['F5', {}],
  ])('%s with %o is left to the browser or the system', (key, held) => {
    expect(press(key, held)).toBeNull();
  });
});

describe('keys as they are read', () => {
  test.each([
    ['a', 'A', 'A'],
    ['Mod+z', 'Ctrl Z', '⌘Z'],
    ['Mod+Shift+z', 'Ctrl ⇧ Z', '⇧⌘Z'],
    ['ArrowDown', '↓', '↓'],
    ['?', '?', '?'],
  ])('%s is %s, and %s on macOS', (key, usual, apple) => {
    expect(keyWord(key, false)).toBe(usual);
    expect(keyWord(key, true)).toBe(apple);
  });
});

describe('other keys', () => {
  test('a changed key is in force, and the usual one is free', () => {
    const choice = withKey(usualKeys, the('review.confirm'), 'g');
    expect(press('g', {}, choice)).toBe('review.confirm');
    expect(press('a', {}, choice)).toBeNull();
    expect(keysOf(the('review.confirm'), choice)).toEqual(['g']);
  });

  test('keys that are no characters stay beside a changed one', () => {
    const choice = withKey(usualKeys, the('move.down'), 'd');
    expect(keysOf(the('move.down'), choice)).toEqual(['ArrowDown', 'd']);
  });

  test('the usual key given back is no change', () => {
    const confirm = the('review.confirm');
    expect(withKey(withKey(usualKeys, confirm, 'g'), confirm, 'a')).toEqual(usualKeys);
  });

  test('a key that another command has is refused by its name; so is one that is free only by a change', () => {
    const confirm = the('review.confirm');
    expect(problemWith('x', confirm, commands, usualKeys)).toContain('Reject the pair');
    expect(problemWith('5', confirm, commands, usualKeys)).toContain('candidate');
    expect(problemWith(' ', confirm, commands, usualKeys)).not.toBeNull();
    expect(problemWith('g', confirm, commands, usualKeys)).toBeNull();
    const moved = withKey(usualKeys, the('review.reject'), 'g');
    expect(problemWith('g', confirm, commands, moved)).toContain('Reject the pair');
    expect(problemWith('x', confirm, commands, moved)).toBeNull();
  });

  test('switched off, no single character does anything, while the rest of the keys do', () => {
    const off = { ...usualKeys, letters: false };
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789/?[]') expect(press(key, {}, off)).toBeNull();
    expect(press('ArrowDown', {}, off)).toBe('move.down');
    expect(press('z', { ctrlKey: true }, off)).toBe('review.undo');
  });

  test('whatever is changed as the dialog allows, every key means one command and every command keeps a key', () => {
    const changeable = commands.filter((command) => changeableKey(command) !== undefined);
    const change = fc.record({
      command: fc.constantFrom(...changeable),
      key: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789/?[],.'),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let choice = usualKeys;
        for (const { command, key } of changes) {
          if (problemWith(key, command, commands, choice) === null) choice = withKey(choice, command, key);
        }
        const all = commands.flatMap((command) => keysOf(command, choice));
        expect(new Set(all).size).toBe(all.length);
        const table = keyTable(commands, choice);
        for (const command of changeable) {
          expect(keysOf(command, choice).map((key) => table.get(key)?.id)).toEqual(
            keysOf(command, usualKeys).map(() => command.id),
          );
        }
      }),
    );
  });
});
