import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinCell, shortenCell, splitCell } from '#shared/cell-list.ts';

const texts = fc.array(
  fc.string().filter((text) => text === text.trim() && text !== '' && !/[;\n]/.test(text)),
);

describe('several texts in one cell', () => {
  test('come back', () => {
    fc.assert(
      fc.property(texts, (all) => {
        expect(splitCell(joinCell(all))).toEqual(all);
      }),
    );
  });

  test('may also stand in lines, or without a space between', () => {
    expect(splitCell('a@x.example;b@x.example\n c@x.example ;')).toEqual([
      'a@x.example',
      'b@x.example',
      'c@x.example',
    ]);
  });

  test('are shortened by whole texts', () => {
    fc.assert(
      fc.property(texts, fc.nat(60), (all, length) => {
        const short = shortenCell(joinCell(all), length);
        expect(short.length).toBeLessThanOrEqual(length);
        const kept = splitCell(short);
        expect(kept).toEqual(all.slice(0, kept.length));
        expect(joinCell(all.slice(0, kept.length + 1)).length > length || kept.length === all.length).toBe(
          true,
        );
      }),
    );
  });
});
