import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, type Stretch } from '../../../../renderer/review/evidence/difference.ts';

/** Stretches as a person would write them: what differs in brackets. */
const written = (stretches: readonly Stretch[]) =>
  stretches.map(({ text, same }) => (same ? text : `[${text}]`)).join('');

const both = (left: string, right: string, counts?: RegExp) => {
  const found = difference(left, right, counts);
  return [written(found.left), written(found.right)];
};

describe('what differs is marked', () => {
  test.each([
    ['Cascade Mechanical', 'Cascade Mech.', 'Cascade Mech[anical]', 'Cascade Mech[.]'],
    ['98421', '98421-1108', '98421', '98421[-1108]'],
    ['Harbor Ave', 'Harbor Avenue', 'Harbor Ave', 'Harbor Ave[nue]'],
    ['', 'new', '', '[new]'],
    ['Zoë 🏳️‍🌈', 'Zoë 🏴', 'Zoë [🏳️‍🌈]', 'Zoë [🏴]'],
  ])('%j and %j', (left, right, expectedLeft, expectedRight) => {
    expect(both(left, right)).toEqual([expectedLeft, expectedRight]);
  });

  test('case does not count', () => {
    expect(both('ACME Ltd', 'Acme LTD')).toEqual(['ACME Ltd', 'Acme LTD']);
  });

  test('single letters that agree by chance are not kept', () => {
    expect(both('Summit xay Group', 'Summit bac Group')).toEqual([
      'Summit [xay] Group',
      'Summit [bac] Group',
    ]);
  });

  test('texts with little in common are wholly different', () => {
    expect(both('Okafor Logistics', 'Daniel Webster')).toEqual(['[Okafor Logistics]', '[Daniel Webster]']);
  });

  test('for phone numbers only digits count', () => {
    expect(both('(253) 555-0142', '253 555 0188', /\d/)).toEqual(['(253) 555-01[42]', '253 555 01[88]']);
  });

  test('long texts are answered, if roughly', () => {
    const long = 'a'.repeat(3_000);
    expect(difference(`${long}x`, `${long}y`).likeness).toBe(0);
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 60 });

describe('for any two texts', () => {
  test('the stretches of a side, joined, are its text', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const found = difference(left, right);
        expect(found.left.map((stretch) => stretch.text).join('')).toBe(left);
        expect(found.right.map((stretch) => stretch.text).join('')).toBe(right);
      }),
    );
  });

  test('what is the same reads the same on both sides but for case', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const same = (stretches: readonly Stretch[]) =>
          stretches.flatMap((stretch) => (stretch.same ? [stretch.text.toLowerCase()] : [])).join('');
        const found = difference(left, right);
        expect(same(found.left)).toBe(same(found.right));
      }),
    );
  });

  test('a text does not differ from itself', () => {
    fc.assert(
      fc.property(text, (one) => {
        const found = difference(one, one);
        expect(found.likeness).toBe(1);
        expect([...found.left, ...found.right].filter(({ same }) => !same)).toEqual([]);
      }),
    );
  });

  test('neighbouring stretches are of different kinds', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        for (const side of [difference(left, right).left, difference(left, right).right]) {
          side.slice(1).forEach((stretch, index) => {
            expect(stretch.same).toBe(!side[index]?.same);
          });
        }
      }),
    );
  });
});
