import { describe, expect, test } from 'vitest';
import { countryCode, normalPhones } from '../../../../app/match/normalise/phone.ts';

describe('a phone number', () => {
  test.each([
    ['(312) 555-0123', 'US'],
    ['312.555.0123', 'US'],
    ['+1 312 555 0123', 'DE'],
    ['1-312-555-0123 x42', 'US'],
    ['0013125550123', 'US'],
  ])('%s is one number', (written, country) => {
    expect(normalPhones(written, country)).toMatchObject([{ full: '13125550123', local: '5550123' }]);
  });

  test('is read by the rules of its country', () => {
    expect(normalPhones('030 12345678', 'DE')).toMatchObject([{ full: '493012345678' }]);
    expect(normalPhones('+44 20 7946 0018', 'US')).toMatchObject([{ full: '442079460018' }]);
  });

  test('without an area code keeps its last digits', () => {
    expect(normalPhones('285-9902', 'US')).toMatchObject([{ full: '', local: '2859902' }]);
  });

  test('keeps its extension apart', () => {
    expect(normalPhones('312 555 0123 ext. 42', 'US')).toMatchObject([{ extension: '42', local: '5550123' }]);
  });
});

test('a field may hold several numbers', () => {
  const found = normalPhones('312-555-0123 / 312-555-0199; call Jo', 'US');
  expect(found.map(({ local }) => local)).toEqual(['5550123', '5550199']);
});

test.each(['', 'n/a', 'call Jo', '0000000000', '123'])('"%s" is no number', (written) => {
  expect(normalPhones(written, 'US')).toEqual([]);
});

test.each([
  ['USA', 'US'],
  ['United States', 'US'],
  ['us', 'US'],
  ['Germany', 'DE'],
  ['Deutschland', 'DE'],
  ['England', 'GB'],
  ['Atlantis', ''],
  ['', ''],
])('the country "%s" is "%s"', (written, code) => {
  expect(countryCode(written)).toBe(code);
});
