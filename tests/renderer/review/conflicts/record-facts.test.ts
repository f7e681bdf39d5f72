import { describe, expect, test } from 'vitest';
import { noAddress } from '#shared/records.ts';
import { accountFacts, customerFacts } from '../../../../renderer/review/conflicts/record-facts.ts';
import { aCustomer, anAccount } from '../../../support/records.ts';

const account = anAccount(1, {
  name: 'Harbor Mills',
  phone: '555 0100',
  emails: ['info@harbor.example', 'dana@mills.example'],
  billing: { ...noAddress, city: 'Tacoma', region: 'WA' },
});
const customer = aCustomer(1, {
  displayName: 'Harbor Mill',
  phone: '(555) 0100',
  email: 'dana@mills.example',
});
const marked = (facts: ReturnType<typeof accountFacts>) =>
  facts.map(({ label, marks }) => [label, (marks ?? []).filter(({ same }) => !same).map(({ text }) => text)]);

describe('the main fields of a record', () => {
  test('are marked where the other one reads otherwise; of several e-mails the one both have is shown', () => {
    const facts = accountFacts(account, customer);
    expect(facts.map(({ text }) => text)).toEqual([
      'Harbor Mills',
      'dana@mills.example',
      '555 0100',
      'Tacoma, WA',
    ]);
    expect(marked(facts)).toEqual([
      ['Name', ['s']],
      ['E-mail', []],
      ['Phone', []],
      ['Place', []],
    ]);
    expect(customerFacts(customer, account).map(({ label }) => label)).toEqual(['Name', 'E-mail', 'Phone']);
  });

  test('are not marked beside nobody', () => {
    expect(accountFacts(account, null).every(({ marks }) => marks === null)).toBe(true);
  });
});
