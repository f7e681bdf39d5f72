import { expect, test } from 'vitest';
import { usualPaper } from '../../../renderer/summary/paper.ts';

test.each([
  ['en-US', 'Letter'],
  ['en', 'Letter'],
  ['fr-CA', 'Letter'],
  ['en-GB', 'A4'],
  ['de', 'A4'],
])('the paper of %s is %s', (language, paper) => {
  expect(usualPaper(language)).toBe(paper);
});
