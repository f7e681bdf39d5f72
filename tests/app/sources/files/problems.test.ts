import { describe, expect, test } from 'vitest';
import { collectProblems, rowsText } from '#app/sources/files/problems.ts';

describe('problems', () => {
  test('are one sentence a kind, what concerns the whole file first', () => {
    const problems = collectProblems();
    problems.note('No name', 4);
    problems.note('No id', 5);
    problems.note('No name', 9);
    problems.say('The file has no ids.');
    expect(problems.list()).toEqual(['The file has no ids.', 'No name (rows 4 and 9).', 'No id (row 5).']);
  });

  test('are at most 50 sentences', () => {
    const problems = collectProblems();
    for (let kind = 0; kind < 80; kind++) problems.note(`Kind ${kind}`, kind);
    const list = problems.list();
    expect(list).toHaveLength(50);
    expect(list.at(-1)).toBe('31 further kinds of problems were found.');
  });

  test.each([
    [[4], undefined, 'row 4'],
    [[4, 9], undefined, 'rows 4 and 9'],
    [[4, 9, 12], undefined, 'rows 4, 9 and 12'],
    [[4, 9, 12], 1207, 'rows 4, 9, 12 and 1,204 more'],
  ])('rows %j of %s are “%s”', (rows, count, text) => {
    expect(rowsText(rows, count)).toBe(text);
  });
});
