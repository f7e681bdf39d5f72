import { describe, expect, test } from 'vitest';
import { sameTaxExemption, taxExemptionLabel } from '#shared/tax-exemption.ts';

describe('a reason for paying no tax', () => {
  test.each([
    ['1', 'Federal'],
    ['9', 'Resale'],
    ['14', 'Industrial'],
    ['15', 'Foreign diplomat'],
    ['resale', 'Resale'],
    ['Federal government', 'Federal'],
    ['Industrial production / manufacturing', 'Industrial'],
    ['16', '16'],
    ['Church', 'Church'],
    ['', ''],
  ])('%j is called %j', (text, label) => {
    expect(taxExemptionLabel(text)).toBe(label);
  });

  test.each([
    ['Federal government', '1', true],
    ['  direct   PAY permit', '10', true],
    ['Direct mail', '10', false],
    ['Statewide', '2', false],
    ['Church', 'church', true],
    ['Resale', '', false],
  ])('%j and %j mean the same: %j', (one, other, same) => {
    expect(sameTaxExemption(one, other)).toBe(same);
  });
});
