import { describe, expect, test } from 'vitest';
import { Pace } from '../../../app/match/pace.ts';
import { prepare } from '../../../app/match/prepare.ts';
import { account, customer } from './records.ts';

const phone = '312 555 0123';
const prepared = prepare(
  [account('B', { name: 'Quimby', phone }), account('A', { name: 'Zwick', phone: '02 1234 5678' })],
  [customer('2', { displayName: 'Zander' }), customer('1', { displayName: 'Quimby', phone })],
  new Pace({}),
);

describe('both sides, prepared', () => {
  test('are in the order of their ids, features beside records', async () => {
    const { accounts, customers, accountFeatures, customerFeatures } = await prepared;
    expect(accounts.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(customers.map(({ id }) => id)).toEqual(['1', '2']);
    expect(accountFeatures.map(({ names: [name] }) => name?.joined)).toEqual(['zwick', 'quimby']);
    expect(customerFeatures.map(({ names: [name] }) => name?.joined)).toEqual(['quimby', 'zander']);
  });

  test('are counted on each side', async () => {
    const { lexicon } = await prepared;
    expect(lexicon.term('word', 'quimby')).toMatchObject({ accounts: 1, customers: 1, count: 2 });
    expect(lexicon.term('phone', '13125550123')).toMatchObject({ accounts: 1, customers: 1, count: 1 });
  });

  test('read numbers without a prefix by the country that most records have', async () => {
    const there = { street: '', city: '', region: '', postalCode: '', country: 'Germany' };
    const { country } = await prepare([account('A', { billing: there })], [customer('1', {})], new Pace({}));
    expect(country).toBe('DE');
    expect((await prepared).country).toBe('US');
  });
});
