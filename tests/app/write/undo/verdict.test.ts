import { expect, test } from 'vitest';
import { RunId } from '#shared/ids.ts';
import { type NowOfRestored, undoVerdict } from '../../../../app/write/undo/verdict.ts';
import { accountId } from '../../../support/records.ts';

/** Run 1 put id 10 on an account that carried `former`. */
const restored = (former = '') => ({
  accountId: accountId(1),
  before: { customerId: '10', syncToken: '0' },
  after: { customerId: former, syncToken: '' },
});

const carrying = (customerId: string, more: Partial<NowOfRestored> = {}): NowOfRestored => ({
  account: { link: { customerId, syncToken: '0' }, systemModstamp: 'later' },
  otherWrite: null,
  undoneSince: false,
  inTheWay: [],
  ...more,
});

test('an account that carries what the run left is set back, whatever else was edited and wherever the SyncToken is', () => {
  const moved = { link: { customerId: '10', syncToken: '7' }, systemModstamp: 'much later' };
  expect(undoVerdict(restored(), { ...carrying('10'), account: moved })).toEqual({ kind: 'write' });
});

test('an account that is as before the run already needs nothing', () => {
  expect(undoVerdict(restored(), carrying(''))).toEqual({ kind: 'already' });
  expect(undoVerdict(restored('999'), carrying('999'))).toEqual({ kind: 'already' });
});

test.each([
  ['deleted', { ...carrying(''), account: undefined }, /no longer exists/],
  ['linked otherwise', carrying('77'), /carries id 77 now/],
  ['blanked where it was not', carrying(''), /carries no id now/],
  ['written by another run too', carrying('10', { otherWrite: RunId.parse(4) }), /Run 4 wrote/],
  ['undone and linked again by hand', carrying('10', { undoneSince: true }), /linked it again/],
  [
    'to get an id that another one has now',
    carrying('10', { inTheWay: [accountId(2)] }),
    /carries id 999 now/,
  ],
] as const)('an account that was %s is left alone, and it is said why', (_how, now, why) => {
  expect(undoVerdict(restored('999'), now)).toEqual({
    kind: 'refuse',
    message: expect.stringMatching(why),
  });
});
