import { describe, expect, test } from 'vitest';
import { nameFromMailbox } from '../../../../app/match/normalise/mailbox-name.ts';

describe('a person’s name of one word', () => {
  test.each([
    ['eleanor', 'e.richards16', ['eleanor', 'richards']],
    ['eleanor', 'eleanor.richards', ['eleanor', 'richards']],
    ['eleanor', 'erichards', ['eleanor', 'richards']],
    ['eleanor', 'eleanorrichards', ['eleanor', 'richards']],
    ['richards', 'eleanor.richards', ['richards', 'eleanor']],
  ])('%s is completed from %s', (own, mailbox, words) => {
    expect(nameFromMailbox([own], mailbox)).toEqual(words);
  });

  test.each([
    ['eleanor', 'office'],
    ['eleanor', 'eleanor'],
    ['eleanor', 'e.r'],
    ['acme', 'billing'],
    ['jo', 'j.smith'],
  ])('%s is not completed from %s', (own, mailbox) => {
    expect(nameFromMailbox([own], mailbox)).toEqual([]);
  });
});

test('a record without a name takes both words of first.last, and of nothing less', () => {
  expect(nameFromMailbox([], 'eleanor.richards')).toEqual(['eleanor', 'richards']);
  expect(nameFromMailbox([], 'info')).toEqual([]);
  expect(nameFromMailbox([], 'a.richards.jones')).toEqual([]);
});

test('a name of two words is complete', () => {
  expect(nameFromMailbox(['eleanor', 'richards'], 'e.vance')).toEqual([]);
});
