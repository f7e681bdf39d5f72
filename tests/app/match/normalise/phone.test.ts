import fc from 'fast-check';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { describe, expect, test } from 'vitest';
import { countryCode, usualNames } from '../../../../app/match/normalise/country.ts';
import { normalPhones } from '../../../../app/match/normalise/phone.ts';
import { nationalNumber } from '../../../../app/match/normalise/phone-plans.ts';

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

test('a number with an impossible exchange is read as libphonenumber reads it', () => {
  const sign = fc.constantFrom('', '', ' ', '(', ')', '-', '.', '\u00a0');
  const between = fc.array(sign, { minLength: 11, maxLength: 11 });
  const parts = [fc.integer({ min: 200, max: 999 }), fc.integer({ min: 0, max: 199 })] as const;
  const number = fc.tuple(
    ...parts,
    fc.integer({ min: 0, max: 9999 }),
    between,
    fc.constantFrom('', '1', '+1'),
  );
  fc.assert(
    fc.property(
      number,
      fc.constantFrom<CountryCode>('US', 'CA'),
      ([area, exchange, line, signs, prefix], country) => {
        const ten = `${area}${String(exchange).padStart(3, '0')}${String(line).padStart(4, '0')}`;
        const written = prefix + [...ten].map((digit, at) => signs[at] + digit).join('');
        const read = parsePhoneNumberFromString(written, country);
        const full = read?.isPossible() === true ? read.number.slice(1) : '';
        expect(normalPhones(written, country)).toMatchObject([{ full, local: ten.slice(3), extension: '' }]);
      },
    ),
  );
});

describe('letters to dial', () => {
  test.each([
    ['1-800-FLOWERS', '18003569377'],
    ['(800) GOT-JUNK', '18004685865'],
    ['1-800-MATTRESS', '18006288737'],
  ])('%s is %s', (written, full) => {
    expect(normalPhones(written, 'US')).toMatchObject([{ full, written }]);
  });
});

describe('numbers of other plans', () => {
  test.each([
    ['020 7946 0018', 'GB', '442079460018'],
    ['+44 (0)20 7946 0018', 'US', '442079460018'],
    ['0044 20 7946 0018', 'GB', '442079460018'],
    ['(02) 9374 4000', 'AU', '61293744000'],
    ['+61 2 9374 4000', 'AU', '61293744000'],
    ['030/1234567', 'DE', '49301234567'],
    ['01 42 68 53 00', 'FR', '33142685300'],
    ['55 5351 0000', 'MX', '525553510000'],
  ])('%s in %s is %s', (written, country, full) => {
    expect(normalPhones(written, country)).toMatchObject([{ full }]);
  });

  test('are read as libphonenumber reads them', () => {
    const digits = fc.stringMatching(/^0[1-9]\d{8,9}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom<CountryCode[]>('GB', 'AU', 'DE', 'FR', 'ZA'), (text, country) => {
        const short = nationalNumber(text, country, false);
        if (short === '') return;
        const parsed = parsePhoneNumberFromString(text, country);
        expect(`+${short}`).toBe(parsed?.number);
      }),
    );
  });
});

test.each([
  ['312-555-0123 (h) 312-555-0199 (w)', ['5550123', '5550199']],
  ['312-555-0123/312-555-0199', ['5550123', '5550199']],
  ['312-555-0123 or 312-555-0199', ['5550123', '5550199']],
  ['312-555-0123\n312-555-0199 x5', ['5550123', '5550199']],
  ['3125550123.0', ['5550123']],
])('%s holds the numbers %o', (field, locals) => {
  expect(normalPhones(field, 'US').map(({ local }) => local)).toEqual(locals);
});

test('any field gives numbers of digits alone, whatever is in it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('US', 'DE', ''),
      (field, country) => {
        for (const { full, local } of normalPhones(field, country)) expect(full + local).toMatch(/^\d+$/);
      },
    ),
  );
});

test('a field may hold several numbers', () => {
  const found = normalPhones('312-555-0123 / 312-555-0199; call Jo', 'US');
  expect(found.map(({ local }) => local)).toEqual(['5550123', '5550199']);
});

test.each(['', 'n/a', 'call Jo', '0000000000', '1234567890', '123'])('"%s" is no number', (written) => {
  expect(normalPhones(written, 'US')).toEqual([]);
});

test.each([
  ['USA', 'US'],
  ['United States', 'US'],
  ['us', 'US'],
  ['Germany', 'DE'],
  ['Deutschland', 'DE'],
  ['England', 'GB'],
  ['United Kingdom', 'GB'],
  ['France', 'FR'],
  ['Vietnam', 'VN'],
  ['Serbia', 'RS'],
  ['U.S.A.', 'US'],
  ['Österreich', 'AT'],
  ['Korea', 'KR'],
  ['The Netherlands', 'NL'],
  ['Atlantis', ''],
  ['', ''],
])('the country "%s" is "%s"', (written, code) => {
  expect(countryCode(written)).toBe(code);
});

test('the countries that need no list have the names that the list gives them', () => {
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  for (const entry of usualNames.split(/[|\n]/)) {
    const [code, name] = [entry.slice(0, 2), entry.slice(3)];
    if (name !== code) expect(english.of(code.toUpperCase())?.toLowerCase()).toBe(name);
  }
});
