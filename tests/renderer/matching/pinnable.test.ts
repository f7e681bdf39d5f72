import { expect, test } from 'vitest';
import type { Evidence } from '#shared/pairs.ts';
import { pinnableOf } from '../../../renderer/matching/pinnable.ts';

const evidence = (fields: Partial<Evidence>): Evidence => ({
  field: 'phone',
  level: 'same',
  label: 'Phone agrees',
  bits: 10,
  accountValue: '(312) 555-0100',
  customerValue: '312.555.0100',
  ...fields,
});

test('a number that both sides have is offered once, with the pin on it', () => {
  const pin = { kind: 'phone', value: '+13125550100', as: 'shared' } as const;
  expect(pinnableOf(evidence({}), [pin])).toEqual([{ kind: 'phone', value: '(312) 555-0100', pin }]);
});

test('two that differ are offered each', () => {
  const found = pinnableOf(
    evidence({ field: 'email', accountValue: 'a@x.com', customerValue: 'b@x.com' }),
    [],
  );
  expect(found.map(({ kind, value }) => [kind, value])).toEqual([
    ['email', 'a@x.com'],
    ['email', 'b@x.com'],
  ]);
});

test('a side without a value, names and addresses offer nothing', () => {
  expect(pinnableOf(evidence({ customerValue: '' }), [])).toHaveLength(1);
  expect(pinnableOf(evidence({ field: 'name' }), [])).toEqual([]);
  expect(pinnableOf(evidence({ field: 'address' }), [])).toEqual([]);
  expect(pinnableOf(evidence({ field: 'website', level: 'name' }), [])).toEqual([]);
});

test('two e-mails that only share their domain are about the domain', () => {
  const found = pinnableOf(
    evidence({
      field: 'email',
      level: 'same-domain',
      accountValue: 'ann@acme.com',
      customerValue: 'bills@acme.com',
    }),
    [],
  );
  expect(found).toEqual([{ kind: 'domain', value: 'acme.com', pin: null }]);
});
