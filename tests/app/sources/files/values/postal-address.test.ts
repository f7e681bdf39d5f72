import { describe, expect, test } from 'vitest';
import { parseAddress } from '#app/sources/files/values/postal-address.ts';

const read = (text: string, names: readonly string[] = []) => {
  const { street, city, region, postalCode, country } = parseAddress(text, names);
  return [street, city, region, postalCode, country];
};

describe('an address in one text', () => {
  test.each([
    ['4581 Finch St., Bayshore, CA  94326', '4581 Finch St.', 'Bayshore', 'CA', '94326', ''],
    ['12 Main St, Suite 4, Boise, ID 83702, USA', '12 Main St\nSuite 4', 'Boise', 'ID', '83702', 'USA'],
    ['12 Ocean Dr.\nHalf Moon Bay CA 94213', '12 Ocean Dr.', 'Half Moon Bay', 'CA', '94213', ''],
    ['9 Rue St.\nAlbany, New York 12207-1234', '9 Rue St.', 'Albany', 'New York', '12207-1234', ''],
    ['1 Front St\nToronto, ON M5J 2N1\nCanada', '1 Front St', 'Toronto', 'ON', 'M5J 2N1', 'Canada'],
    ['P.O. Box 7\r\nSalem, OR', 'P.O. Box 7', 'Salem', 'OR', '', ''],
    ['12 Ocean Dr. Half Moon Bay CA 94213', '12 Ocean Dr. Half Moon Bay', '', 'CA', '94213', ''],
  ])('%j', (text, ...parts) => {
    expect(read(text)).toEqual(parts);
  });

  test('lines that repeat a name of the customer are left out', () => {
    expect(
      read("Bill's Shop\nbill LUCCHINI\n12 Ocean Dr.\nAlbany NY 12207", ["Bill's Shop", 'Bill Lucchini']),
    ).toEqual(['12 Ocean Dr.', 'Albany', 'NY', '12207', '']);
  });

  test.each([
    'Jl. Raya Canggu 10, Badung, Indonesia',
    'Hauptstr. 3\n50667 Köln',
    '1 High Street, London SW1A 1AA',
    'x',
  ])('what is not understood stays whole: %j', (text) => {
    expect(read(text)).toEqual([text, '', '', '', '']);
  });

  test('nothing is nothing', () => {
    expect(read(' \n ')).toEqual(['', '', '', '', '']);
  });
});
