import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributeOf, markupReader } from '#app/sources/files/xlsx/markup.ts';

function told(...pieces: readonly string[]): string[] {
  const events: string[] = [];
  const reader = markupReader({
    open: (name, attributes) => events.push(`<${name}${attributes}>`),
    text: (text) => events.push(text),
    close: (name) => events.push(`</${name}>`),
  });
  for (const piece of pieces) reader.write(piece);
  reader.end();
  return events;
}

const DOCUMENT =
  '<?xml version="1.0"?><!-- a > b --><x:a q="1>0" \n r=\'"\'><b/>t &amp; &lt;&#65;<![CDATA[<raw>]]><c d="e"/></x:a>\n';
const EVENTS = ['<a q="1>0" \n r=\'"\'>', '<b>', '</b>', 't & <A', '<raw>', '<c d="e">', '</c>', '</a>'];

describe('markup', () => {
  test('is told in its order', () => {
    expect(told(DOCUMENT)).toEqual(EVENTS);
  });

  test('is told alike however it arrives in pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(DOCUMENT.length), { maxLength: 8 }), (cuts) => {
        const ends = [...cuts, DOCUMENT.length].sort((a, b) => a - b);
        const pieces = ends.map((end, at) => DOCUMENT.slice(ends[at - 1] ?? 0, end));
        expect(told(...pieces)).toEqual(EVENTS);
      }),
    );
  });

  test.each([
    ['an end that closes nothing', '<a></b>'],
    ['a missing end', '<a><b></b>'],
    ['half a tag', '<a></a'],
    ['a document type', '<!DOCTYPE a><a></a>'],
    ['a reference to no character', '<a>&#x110000;</a>'],
  ])('%s is a fault', (_, text) => {
    expect(() => told(text)).toThrow(SyntaxError);
  });

  test('a text without end is a fault before it fills the memory', () => {
    const reader = markupReader({ open: () => undefined, text: () => undefined, close: () => undefined });
    expect(() => {
      for (let i = 0; i < 100; i++) reader.write('x'.repeat(100_000));
    }).toThrow(SyntaxError);
  });
});

describe('attributes', () => {
  test('are found by name, whatever their prefix, quotes and neighbours', () => {
    const attributes = ' name="a id=\'9\'" r:id = \'rId1\' ref="A1"';
    expect(attributeOf(attributes, 'id')).toBe('rId1');
    expect(attributeOf(attributes, 'ref')).toBe('A1');
    expect(attributeOf(attributes, 'name')).toBe("a id='9'");
    expect(attributeOf(attributes, 'r')).toBeNull();
  });
});
