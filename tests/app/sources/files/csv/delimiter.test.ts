import { describe, expect, test } from 'vitest';
import { detectDelimiter } from '#app/sources/files/csv/delimiter.ts';

describe('the delimiter of a text', () => {
  test.each([
    ['commas in the names of a semicolon file', 'Name;City\n"Last, First";Bonn\nA, B, C;Köln\n', ';'],
    ['semicolons in the cells of a comma file', 'Name,Email\nAcme,a@a.example;b@a.example\nBeta,x\n', ','],
    ['title rows above', 'Report\nAs of today, 2026\n\nName|City|Zip\na|b|1\nc|d|2\n', '|'],
    ['delimiters inside quotes', 'Name;Note\n1;"a,b,c\nd,e,f"\n2;"x,""y"",z"\n', ';'],
    ['one column', 'Name\nAcme\nBeta\n', ','],
    ['one row without an end', 'Id\tName', '\t'],
    ['nothing', '', ','],
  ])('%s', (_, text, delimiter) => {
    expect(detectDelimiter(text)).toEqual({ delimiter, skip: 0 });
  });

  test('a sep= line that names none of them is text', () => {
    expect(detectDelimiter('sep=x\na;b\n1;2\n')).toEqual({ delimiter: ';', skip: 0 });
  });
});
