import { describe, expect, test } from 'vitest';
import { type NewCustomer, NewCustomerField } from '#shared/creating.ts';
import { atOnce } from '#shared/steps.ts';
import { anOrganisation, aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId } from '../../support/records.ts';

const fields = Object.fromEntries(NewCustomerField.options.map((field) => [field, ''])) as NewCustomer;
const creation = (n: number) => ({
  accountId: accountId(n),
  accountName: `Account ${n}`,
  decisionSeq: n,
  accountModstamp: '',
  beforeSyncToken: '3',
  fields: { ...fields, displayName: `Account ${n}` },
  requestId: `request-${n}`,
});

describe('customers that runs create', () => {
  test('stand in the journal of the run as a link as soon as they are created, and not before', () => {
    const { creations, journal } = aProject({});
    const run = atOnce(creations.beginning([creation(1), creation(2)], anOrganisation, 'Ann', aTime));
    expect(journal.entries(run)).toEqual([]);
    creations.created(run, accountId(1), { id: '58', syncToken: '0' }, aTime);
    expect(journal.entries(run)).toMatchObject([
      {
        accountId: accountId(1),
        customerName: 'Account 1',
        before: { customerId: '', syncToken: '3' },
        after: { customerId: '58', syncToken: '0' },
        state: 'planned',
        decisionSeq: 1,
      },
    ]);
    expect(journal.run(run)).toMatchObject({
      kind: 'create-customers',
      creations: { created: 1, planned: 1, linked: 0 },
    });
  });

  test('keep the moment at which they were sent first, and their id whatever comes after', () => {
    const { creations } = aProject({});
    const run = atOnce(creations.beginning([creation(1)], anOrganisation, 'Ann', aTime));
    creations.record(run, { accountId: accountId(1), state: 'sent' }, aTime);
    creations.record(run, { accountId: accountId(1), state: 'sent' }, new Date('2027-01-01'));
    creations.created(run, accountId(1), { id: '58', syncToken: '0' }, aTime);
    creations.record(run, { accountId: accountId(1), state: 'refused', message: 'Why' }, aTime);
    expect(creations.entries(run)).toMatchObject([
      { state: 'refused', sentAt: aTime.toISOString(), customerId: '58', message: 'Why' },
    ]);
  });

  test('are unfinished until each is linked or given up, which no write of links takes for its own', () => {
    const { creations, journal } = aProject({});
    const run = atOnce(creations.beginning([creation(1)], anOrganisation, 'Ann', aTime));
    expect(creations.unfinished()).toBe(run);
    creations.created(run, accountId(1), { id: '58', syncToken: '0' }, aTime);
    expect([creations.unfinished(), journal.unfinished()]).toEqual([run, null]);
    creations.record(run, { accountId: accountId(1), state: 'linked' }, aTime);
    expect(creations.unfinished()).toBe(null);
  });

  test('cannot be called created without an id, nor share a request id', () => {
    const { creations } = aProject({});
    const run = atOnce(creations.beginning([creation(1)], anOrganisation, 'Ann', aTime));
    expect(() => creations.record(run, { accountId: accountId(1), state: 'linked' }, aTime)).toThrow(/CHECK/);
    expect(() => atOnce(creations.beginning([creation(1)], anOrganisation, 'Ann', aTime))).toThrow(/UNIQUE/);
  });

  test('are among the customers of the project, once, in their last state', () => {
    const { records } = aProject({ customers: [aCustomer(1)] });
    const revision = records.revision();
    records.addCustomer(aCustomer(58));
    records.addCustomer(aCustomer(58, { displayName: 'Acme' }));
    expect(records.customers().map(({ displayName }) => displayName)).toEqual(['Customer 1', 'Acme']);
    expect(records.changedSince(revision).customers.map(({ id }) => id)).toEqual(['58']);
  });

  test('keep what a person wrote into their fields, until that is taken back', () => {
    const { creations } = aProject({});
    creations.edit(accountId(1), 'displayName', 'Acme (2)');
    creations.edit(accountId(1), 'displayName', 'Acme (3)');
    creations.edit(accountId(1), 'phone', '');
    expect(creations.edits().get(accountId(1))).toEqual({ displayName: 'Acme (3)', phone: '' });
    creations.edit(accountId(1), 'displayName', null);
    expect(creations.edits().get(accountId(1))).toEqual({ phone: '' });
  });
});

test('a template is kept for each side by itself, until it is taken back', () => {
  const { creations, accountCreations } = aProject({});
  creations.setTemplate('email', { kind: 'field', field: 'email' });
  accountCreations.setTemplate('Phone', { kind: 'text', text: '1' });
  accountCreations.setTemplate('Phone', { kind: 'blank' });
  expect([...creations.template()]).toEqual([['email', { kind: 'field', field: 'email' }]]);
  expect([...accountCreations.template()]).toEqual([['Phone', { kind: 'blank' }]]);
  accountCreations.setTemplate('Phone', null);
  expect([creations.template().size, accountCreations.template().size]).toEqual([1, 0]);
});
