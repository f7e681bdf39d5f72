import { describe, expect, test } from 'vitest';
import type { Evidence, EvidenceField } from '#shared/pairs.ts';
import { bandOf } from '../../../app/match/bands.ts';

const evidence = (field: EvidenceField, bits: number, level = 'same'): Evidence => ({
  field,
  level,
  label: '',
  bits,
  accountValue: 'x',
  customerValue: 'x',
});
const prior = evidence('prior', -10);
const two = [prior, evidence('name', 10), evidence('address', 12)];

describe('certain', () => {
  test('takes a high score on two witnesses', () => {
    expect(bandOf(0.999, two)).toBe('certain');
    expect(bandOf(0.98, two)).toBe('likely');
  });

  test('is not for a single witness, however strong', () => {
    expect(bandOf(0.9999, [prior, evidence('name', 25)])).toBe('likely');
    expect(bandOf(0.9999, [prior, evidence('name', 25), evidence('address', 1)])).toBe('likely');
  });

  test('is not where something speaks against the pair', () => {
    expect(bandOf(0.9999, [...two, evidence('phone', -3, 'different')])).toBe('likely');
    expect(bandOf(0.9999, [...two, evidence('address', 0.2, 'other-number')])).toBe('likely');
    expect(bandOf(0.9999, [...two, evidence('competition', -3)])).toBe('certain');
  });

  test('takes a witness that tells two sites of one owner apart', () => {
    const alike = [prior, evidence('name', 10), evidence('phone', 12), evidence('website', 9)];
    expect(bandOf(0.9999, alike)).toBe('likely');
    expect(bandOf(0.9999, [...alike, evidence('email', 8, 'same-domain')])).toBe('likely');
    expect(bandOf(0.9999, [...alike, evidence('email', 8, 'same')])).toBe('certain');
    expect(bandOf(0.9999, [...alike, evidence('address', 8, 'same')])).toBe('certain');
    expect(bandOf(0.9999, [...alike, evidence('address', 1, 'city')])).toBe('likely');
  });
});

describe('two names in one building', () => {
  const building = [prior, evidence('name', -4, 'different'), evidence('address', 20)];

  test('are possible where a phone, an e-mail or a website differs too', () => {
    expect(bandOf(0.9, [...building, evidence('phone', -2, 'different')])).toBe('possible');
    expect(bandOf(0.9, [...building, evidence('email', -2, 'different')])).toBe('possible');
  });

  test('are likely where one of those agrees, or none is known', () => {
    expect(bandOf(0.9, [...building, evidence('phone', -2, 'different'), evidence('email', 9)])).toBe(
      'likely',
    );
    expect(bandOf(0.9, building)).toBe('likely');
  });
});

test.each([
  [0.5, 'likely'],
  [0.49, 'possible'],
  [0.12, 'possible'],
  [0.11, null],
])('a score of %d is %s', (score, band) => {
  expect(bandOf(score, two)).toBe(band);
});
