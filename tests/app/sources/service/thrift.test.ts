import { describe, expect, test } from 'vitest';
import { thriftily } from '../../../../app/sources/service/thrift.ts';

describe('work done in little memory', () => {
  test('gives what it gives, also side by side with other such work', async () => {
    expect(await Promise.all([1, 2].map((n) => thriftily(async () => n)))).toEqual([1, 2]);
  });

  test('throws what it throws', async () => {
    const fault = new Error('as it was');
    await expect(thriftily(() => Promise.reject(fault))).rejects.toBe(fault);
  });
});
