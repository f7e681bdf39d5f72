import { describe, expect, test } from 'vitest';
import { levelOf } from './level-of.ts';

describe('phones', () => {
  test.each([
    ['(312) 555-0123', '+1 312 555 0123', 'same'],
    ['2859902', '285-9902', 'same'],
    ['555-0123', '312-555-0123', 'same-local'],
    ['312 555 0123', '312 555 0124', 'near'],
    ['312 555 0123', '312 555 9876', 'exchange'],
    ['312 555 0123', '415 222 9876', 'different'],
    ['', '415 222 9876', 'missing'],
  ])('%s and %s are %s', (one, other, level) => {
    expect(levelOf('phone', { phone: one }, { phone: other })).toBe(level);
  });

  test('all of both sides are compared', () => {
    const a = { phone: '312 555 1111', otherPhones: ['312 555 0123'] };
    expect(levelOf('phone', a, { phone: '415 222 2222', mobile: '', alternatePhone: '312 555 0123' })).toBe(
      'same',
    );
  });
});
