import { expect, test } from 'vitest';
import { AccountId, CustomerId, RunId } from '#shared/ids.ts';
import type { UndoPlan } from '#shared/links.ts';
import { mayUndo } from '../../../renderer/history/undo/may-undo.ts';
import { undoWords, whyNothing } from '../../../renderer/history/undo/words.ts';

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
  made: null,
  unfinishedRun: null,
  ...more,
});

test('an undo may be started where there is something to restore; in production only once that was accepted', () => {
  expect(mayUndo(plan(), false, true)).toBe(true);
  expect(mayUndo(plan({ environment: 'production' }), false, true)).toBe(false);
  expect(mayUndo(plan({ environment: 'production' }), true, true)).toBe(true);
  expect(mayUndo(plan({ restored: [] }), true, true)).toBe(false);
  expect(mayUndo(plan({ unfinishedRun: RunId.parse(4) }), true, true)).toBe(false);
  // What it created can be made inactive by itself, unless it is to be kept.
  const record = { recordId: '58', name: 'Acme', accountId: restored.accountId, accountName: 'Acme' };
  const made = { action: 'deactivate' as const, records: [record], kept: [] };
  expect(mayUndo(plan({ restored: [], made }), true, true)).toBe(true);
  expect(mayUndo(plan({ restored: [], made }), true, false)).toBe(false);
  expect(undoWords(plan({ made }), true)).toBe('Restore 1 account, make 1 customer inactive');
  expect(undoWords(plan({ made }), false)).toBe('Restore 1 account');
});

test('where there is nothing to restore it is said why', () => {
  const skipped = [{ accountId: restored.accountId, accountName: '', customerName: '', message: '' }];
  expect(whyNothing(plan({ restored: [], skipped, asBefore: 2 }))).toMatch(/is as run 3 left it/);
  expect(whyNothing(plan({ restored: [], asBefore: 2 }))).toMatch(/again as they were/);
  expect(whyNothing(plan({ restored: [] }))).toMatch(/changed no account/);
});
