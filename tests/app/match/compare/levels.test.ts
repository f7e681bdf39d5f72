import { expect, test } from 'vitest';
import { comparisons, levels } from '../../../../app/match/compare/levels.ts';

test('every comparison ends with a level that never counts', () => {
  for (const comparison of comparisons) {
    expect(levels[comparison].at(-1)).toMatchObject({ id: 'missing', speaks: 'not' });
  }
});
