import { describe, expect, test } from 'vitest';
import { newAccountForm } from '../../../../app/sources/salesforce/new-account-form.ts';
import type { SalesforceSession } from '../../../../app/sources/salesforce/session.ts';

const field = (name: string, more: object = {}) => ({
  name,
  label: name,
  type: 'string',
  length: 80,
  createable: true,
  nillable: true,
  defaultedOnCreate: false,
  unique: false,
  restrictedPicklist: false,
  picklistValues: [],
  ...more,
});
const links = [field('qime__QB_ID__c'), field('qime__QB_SyncToken__c')];
const recordType = (name: string, more: object = {}) => ({
  recordTypeId: `012${name}`,
  name,
  master: false,
  available: true,
  active: true,
  defaultRecordTypeMapping: false,
  ...more,
});
const values = (...codes: string[]) =>
  codes.map((value) => ({ value, label: `${value} in words`, active: value !== 'OLD' }));

/** The form of an organisation whose Account is described so. */
function formOf(fields: readonly object[], more: object = {}) {
  const described = { createable: true, fields: [...links, ...fields], recordTypeInfos: [], ...more };
  const session: Pick<SalesforceSession, 'service' | 'read'> = {
    service: { name: 'Salesforce', address: 'https://x.test' },
    read: async (schema) => schema.parse(described),
  };
  return newAccountForm(session as SalesforceSession, new AbortController().signal);
}

const name = field('Name', { nillable: false });

describe('what a new account can be given', () => {
  test('are the fields of the mapping that this user may fill; the others are told', async () => {
    const { fields, absent } = await formOf([
      name,
      field('Phone', { createable: false }),
      field('BillingCity'),
    ]);
    expect(fields.map(({ name: one, required }) => [one, required])).toEqual([
      ['Name', true],
      ['BillingCity', false],
    ]);
    expect(absent).toContain('Phone');
    expect(absent).toContain('qime__Taxable__c');
  });

  test('are whatever else Salesforce requires, unless it has a value of its own or is a checkbox', async () => {
    const { fields } = await formOf([
      name,
      field('Region__c', { nillable: false }),
      field('OwnerId', { nillable: false, defaultedOnCreate: true }),
      field('IsGood__c', { nillable: false, type: 'boolean' }),
      field('Formula__c', { nillable: false, createable: false }),
    ]);
    expect(fields.map((one) => one.name)).toEqual(['Name', 'Region__c']);
  });

  test('are codes in place of texts where State and Country picklists are on, and e-mail fields', async () => {
    const { fields } = await formOf([
      name,
      field('BillingState'),
      field('BillingStateCode', { type: 'picklist', picklistValues: values('CA', 'OLD') }),
      field('Email__c', { type: 'email' }),
      field('Industry', { type: 'picklist', nillable: false, picklistValues: values('Other') }),
    ]);
    expect(fields).toMatchObject([
      { name: 'Name', kind: 'text', length: 80 },
      { name: 'BillingStateCode', kind: 'choice', options: [{ value: 'CA', label: 'CA in words' }] },
      { name: 'Email__c', kind: 'email' },
      // A picklist that is not restricted takes any text.
      { name: 'Industry', kind: 'text', options: [] },
    ]);
  });

  test('is the record type where there are several to choose from, the usual one preset', async () => {
    const infos = [
      recordType('Customer'),
      recordType('Partner', { defaultRecordTypeMapping: true }),
      recordType('Hidden', { available: false }),
      recordType('Master', { master: true }),
    ];
    const { fields } = await formOf([name], { recordTypeInfos: infos });
    expect(fields[0]).toMatchObject({
      name: 'RecordTypeId',
      preset: '012Partner',
      options: [{ label: 'Customer' }, { label: 'Partner' }],
    });
    const one = await formOf([name], {
      recordTypeInfos: [recordType('Customer'), recordType('Master', { master: true })],
    });
    expect(one.fields.map((each) => each.name)).toEqual(['Name']);
  });

  test('is nothing where the user may not create accounts, or not fill the id', async () => {
    await expect(formOf([name], { createable: false })).rejects.toMatchObject({ code: 'create-not-allowed' });
    const readOnly = { fields: [field('qime__QB_ID__c', { createable: false }), links[1], name] };
    await expect(formOf([], readOnly)).rejects.toMatchObject({ code: 'package-field-read-only' });
    await expect(formOf([], { fields: [name] })).rejects.toMatchObject({ code: 'package-missing' });
  });
});
