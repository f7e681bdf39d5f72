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
const two = [prior, evidence('name', 10), evidence('phone', 12)];

describe('certain', () => {
  test('takes a high score on two witnesses', () => {
    expect(bandOf(0.999, two)).toBe('certain');
    expect(bandOf(0.98, two)).toBe('likely');
  });

  test('is not for a single witness, however strong', () => {
    expect(bandOf(0.9999, [prior, evidence('name', 25)])).toBe('likely');
    expect(bandOf(0.9999, [prior, evidence('name', 25), evidence('phone', 1)])).toBe('likely');
  });

  test('is not where something speaks against the pair', () => {
    expect(bandOf(0.9999, [...two, evidence('address', -3, 'different')])).toBe('likely');
    expect(bandOf(0.9999, [...two, evidence('address', 0.2, 'other-number')])).toBe('likely');
    expect(bandOf(0.9999, [...two, evidence('competition', -3)])).toBe('certain');
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
