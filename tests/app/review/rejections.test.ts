import { describe, expect, test } from 'vitest';
import { evidenceOf, lapseOf } from '../../../app/review/lapse.ts';
import { rejectionsIn } from '../../../app/review/rejections.ts';
import { aCustomer, accountId, anAccount, customerId } from '../../support/records.ts';

const account = anAccount(1, { phone: '(415) 555-0134', website: 'acme.example' });
const customer = aCustomer(10, { phone: '415-555-0134', email: 'ap@acme.example' });

function reject(seq: number, evidence = evidenceOf(account, customer)) {
  return {
    type: 'decision' as const,
    seq,
    batch: seq,
    kind: 'reject' as const,
    accountId: accountId(1),
    customerId: customerId(10),
    author: 'me',
    at: '2026-01-01T00:00:00Z',
    evidence,
    basis: 0,
  };
}

describe('a rejection', () => {
  test('counts while both records say what they said, however they write it', () => {
    const again = { ...account, phone: '415.555.0134', systemModstamp: 'later', annualRevenue: 5 };
    expect(lapseOf(reject(1), again, { ...customer, balance: 7, syncToken: '9' })).toBe('');
  });

  test.each([
    [{ phone: '(206) 555-0199' }, {}, 'the phone'],
    [{}, { phone: '(206) 555-0199', displayName: 'Acme Ltd' }, 'the name and the phone'],
    [{ website: '' }, { email: 'x@y.example', phone: '' }, 'the phone, the e-mail and the website'],
  ])('lapses when a record changes: %j %j', (ofAccount, ofCustomer, words) => {
    const why = lapseOf(reject(1), { ...account, ...ofAccount }, { ...customer, ...ofCustomer });
    expect(why).toBe(`You rejected this before; ${words} changed since`);
  });

  test('from before evidence was kept, or with evidence of another kind, counts for good', () => {
    const changed = { ...account, phone: '' };
    expect(lapseOf({ ...reject(1), evidence: null }, changed, customer)).toBe('');
    expect(lapseOf(reject(1, { account: { name: 'x' }, customer: {} }), changed, customer)).toBe('');
  });
});

describe('the rejections of an account', () => {
  test('a customer rejected twice is back only when neither counts', () => {
    const [first, second] = [reject(1), reject(2)];
    const lapsing = (...seqs: number[]) =>
      rejectionsIn([first, second], ({ seq }) => (seqs.includes(seq) ? `because of ${seq}` : ''));
    expect([...lapsing(1).inForce]).toEqual(['10']);
    expect(lapsing(1).lapsed.size).toBe(0);
    expect(lapsing(1, 2).inForce.size).toBe(0);
    expect(lapsing(1, 2).lapsed.get(customerId(10))).toBe('because of 2');
  });
});
