import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardFormula, unguardFormula } from '#shared/formula-guard.ts';

test.each(['=1+1', '+44 20', '-5', '@home', '\tx', '\rx', '\n=x', '＝1', "'=1", "''=1"])(
  '%j gets an apostrophe in front',
  (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  },
);

test.each(['Acme', '001=', "'n Go", '', "'", '0015g00000K1aBcAAJ', '17'])('%j stays as it is', (text) => {
  expect(guardFormula(text)).toBe(text);
});

test('every text comes back', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+\-@']?.*$/));
  fc.assert(
    fc.property(text, (one) => {
      expect(unguardFormula(guardFormula(one))).toBe(one);
    }),
  );
});

test('nothing guarded begins as a formula', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[=+\-@]/)), (one) => {
      expect(guardFormula(one)).not.toMatch(/^[=+\-@\t\r\n]/);
    }),
  );
});
