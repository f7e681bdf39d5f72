import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentDigest, isMark, markText, type RowMark, readMark } from '#app/worksheet/row-mark.ts';
import { DecisionKind } from '#shared/decisions.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((one) => one.isWellFormed());
const aMark = fc.record<RowMark>({
  project: fc.stringMatching(/^[0-9a-f]{16}$/),
  subject: fc.oneof(
    fc.record({
      kind: fc.constant('account' as const),
      accountId: text.map((id) => AccountId.parse(id)),
      customerId: fc.option(text.map((id) => CustomerId.parse(id))),
    }),
    fc.record({ kind: fc.constant('customer' as const), customerId: text.map((id) => CustomerId.parse(id)) }),
  ),
  decision: fc.option(fc.constantFrom(...DecisionKind.options)),
  comment: fc.string().map(commentDigest),
  basis: fc.nat(),
});

describe('the mark of a row', () => {
  test('comes back as it was written, whatever the ids are', () => {
    fc.assert(
      fc.property(aMark, (mark) => {
        expect(isMark(markText(mark))).toBe(true);
        expect(readMark(` ${markText(mark)} `)).toEqual(mark);
      }),
    );
  });

  test('with one character changed, lost or added is told as damaged', () => {
    fc.assert(
      fc.property(aMark, fc.nat(), fc.constantFrom('change', 'lose', 'add'), (mark, place, how) => {
        const whole = markText(mark);
        const at = 4 + (place % (whole.length - 4));
        const other = whole[at] === '7' ? '8' : '7';
        const rest = whole.slice(at + (how === 'add' ? 0 : 1));
        expect(readMark(`${whole.slice(0, at)}${how === 'lose' ? '' : other}${rest}`)).toBeNull();
      }),
    );
  });

  test('whose checksum is right but whose ids nobody could have written is told as damaged', () => {
    const body = 'p:a:%E0%A4%A:7:confirm::1';
    expect(readMark(`cp1:${body}:${crc32(body).toString(36)}`)).toBeNull();
  });

  test('of another kind of text is none', () => {
    for (const cell of ['', 'cp', 'confirm', '001000000000001AAA']) expect(isMark(cell)).toBe(false);
    for (const cell of ['cp1:', 'cp1:::', 'cp1:a:b:c:d:e:f:g:h']) expect(readMark(cell)).toBeNull();
  });
});

test('white space does not change what a comment says', () => {
  expect(commentDigest(' Call\r\nthem  first ')).toBe(commentDigest('Call them first'));
  expect(commentDigest('Call them')).not.toBe(commentDigest('Call him'));
  expect(commentDigest(' \n')).toBe('');
});
