import { describe, expect, test } from 'vitest';
import { changesAnything, toggled } from '../../../renderer/merging/stages.ts';
import { accountId } from '../../support/records.ts';

describe('whose word counts', () => {
  test('is theirs once chosen, and ours again the second time', () => {
    const once = toggled(new Set([accountId(1)]), accountId(2));
    expect([...once]).toEqual(['A1', 'A2']);
    expect([...toggled(once, accountId(1))]).toEqual(['A2']);
  });
});

test.each([
  [{ adopted: 0, comments: 0 }, 0, false],
  [{ adopted: 1, comments: 0 }, 0, true],
  [{ adopted: 0, comments: 1 }, 0, true],
  [{ adopted: 0, comments: 0 }, 1, true],
])('taking over %o with %i of theirs changes something: %s', (preview, theirs, expected) => {
  expect(changesAnything(preview, theirs)).toBe(expected);
});
