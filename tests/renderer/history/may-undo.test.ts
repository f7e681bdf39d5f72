import { expect, test } from 'vitest';
import { AccountId, CustomerId, RunId } from '#shared/ids.ts';
import type { UndoPlan } from '#shared/links.ts';
import { mayUndo } from '../../../renderer/history/undo/may-undo.ts';
import { whyNothing } from '../../../renderer/history/undo/words.ts';

const blank = { customerId: '', syncToken: '' };
const restored = {
  accountId: AccountId.parse('A1'),
  accountName: 'Acme',
  customerId: CustomerId.parse('1'),
  customerName: 'Acme',
  before: { customerId: '1', syncToken: '0' },
  after: blank,
};
const plan = (more: Partial<UndoPlan> = {}): UndoPlan => ({
  runId: RunId.parse(3),
  fingerprint: '',
  organisationName: 'Acme',
  environment: 'sandbox',
  restored: [restored],
  skipped: [],
  asBefore: 0,
  unfinishedRun: null,
  ...more,
});

test('an undo may be started where there is something to restore; in production only once that was accepted', () => {
  expect(mayUndo(plan(), false)).toBe(true);
  expect(mayUndo(plan({ environment: 'production' }), false)).toBe(false);
  expect(mayUndo(plan({ environment: 'production' }), true)).toBe(true);
  expect(mayUndo(plan({ restored: [] }), true)).toBe(false);
  expect(mayUndo(plan({ unfinishedRun: RunId.parse(4) }), true)).toBe(false);
});

test('where there is nothing to restore it is said why', () => {
  const skipped = [{ accountId: restored.accountId, accountName: '', customerName: '', message: '' }];
  expect(whyNothing(plan({ restored: [], skipped, asBefore: 2 }))).toMatch(/is as run 3 left it/);
  expect(whyNothing(plan({ restored: [], asBefore: 2 }))).toMatch(/again as they were/);
  expect(whyNothing(plan({ restored: [] }))).toMatch(/changed no account/);
});
