import { expect, test } from 'vitest';
import { RunId } from '#shared/ids.ts';
import { outcomeSentences } from '../../../renderer/history/outcome-words.ts';

const counts = { planned: 0, sent: 0, done: 0, failed: 0, refused: 0, unknown: 0 };
const doneOf = (done: number, undoes: RunId | null) =>
  outcomeSentences({ counts: { ...counts, done }, undoes, undoneBy: null }).done;

test('what was done is counted', () => {
  expect(doneOf(1, null)).toBe('1 account now carries its customer’s id, as read back from Salesforce.');
  expect(doneOf(2, RunId.parse(1))).toBe(
    '2 accounts set back to what they carried before run 1, as read back from Salesforce.',
  );
});

test('where nothing was done, that is said instead of a count of none', () => {
  expect(doneOf(0, null)).toBe('No link was written.');
  expect(doneOf(0, RunId.parse(1))).toBe('No account was set back.');
});
