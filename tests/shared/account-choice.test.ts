import { describe, expect, test } from 'vitest';
import { AccountChoice, choiceWords } from '#shared/account-choice.ts';
import { ServiceOrigin } from '#shared/datasets.ts';

const id = '012000000000001AAA';

describe('a choice in words', () => {
  test.each<[AccountChoice, string]>([
    [{ kind: 'all' }, 'All accounts'],
    [{ kind: 'record-type', ids: [id], names: ['Customer'] }, 'Accounts of record type Customer'],
    [{ kind: 'owner', ids: [id, id, id], names: ['Ada', 'Bo', 'Cy'] }, 'Accounts of Ada, Bo or Cy'],
    [{ kind: 'owner', ids: [id, id], names: ['Ada', 'Ada'] }, 'Accounts of Ada'],
    [{ kind: 'list-view', id, name: 'Key' }, 'Accounts of the list view Key'],
    [{ kind: 'where', clause: "Name = 'a'" }, "Accounts where Name = 'a'"],
  ])('%j', (choice, words) => {
    expect(choiceWords(choice)).toBe(words);
  });
});

test.each([
  { kind: 'record-type', ids: [], names: [] },
  { kind: 'owner', ids: ["x' OR Name != '"], names: ['x'] },
  { kind: 'list-view', id: '../../query', name: 'x' },
  { kind: 'where', clause: '  ' },
  { kind: 'where', clause: 'x'.repeat(2_001) },
  { kind: 'some' },
])('%j is no choice', (choice) => {
  expect(AccountChoice.safeParse(choice).success).toBe(false);
});

test('an origin that says nothing of a choice is of all accounts', () => {
  const origin = { kind: 'service', organisationId: '1', organisationName: 'A', environment: 'sandbox' };
  expect(ServiceOrigin.parse(origin).choice).toEqual({ kind: 'all' });
});
