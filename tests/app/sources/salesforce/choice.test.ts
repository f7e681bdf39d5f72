import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import {
  connectSalesforce,
  type Hooks,
  type SalesforceClient,
  settingsFromEnvironment,
} from '#app/sources/index.ts';
import { type AccountChoice, allAccounts } from '#shared/account-choice.ts';
import { thrownBy } from '../service/thrown.ts';

const quiet: Hooks = { signal: new AbortController().signal, progress: () => {} };
const { signal } = quiet;

const Stored = z.looseObject({
  Id: z.string(),
  Name: z.string(),
  Type: z.string().nullable(),
  BillingState: z.string().nullable(),
  OwnerId: z.string(),
  ParentId: z.string().nullable(),
  RecordTypeId: z.string().nullable(),
  qime__QB_ID__c: z.string().nullable(),
});
type Stored = z.infer<typeof Stored>;
const Records = z.looseObject({ Account: z.array(Stored) });

let practice: PracticeCompany;
let client: SalesforceClient;

beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());
beforeEach(() => {
  practice.reset();
  const { salesforce } = settingsFromEnvironment(practice.environment);
  if (salesforce === null) throw new Error('The practice company has no settings for Salesforce.');
  client = connectSalesforce(salesforce);
});

async function control(path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${practice.salesforceUrl}/practice/${path}`, {
    headers: { 'x-practice': '1', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** The accounts as the practice company holds them: what every export is held against. */
async function stored(): Promise<Stored[]> {
  return Records.parse(await control('records')).Account;
}

const isLinked = (account: Stored) => account.qime__QB_ID__c !== null;
const idsOf = (accounts: readonly { readonly Id: string }[]) => accounts.map(({ Id }) => Id).toSorted();

async function exported(choice: AccountChoice): Promise<string[]> {
  const { accounts } = await client.exportAccounts(choice, quiet);
  return accounts.map(({ id }) => id).toSorted();
}

/** The choice of this name among those that the organisation offers. */
async function offered(
  kind: 'record-type' | 'owner' | 'list-view',
  ...names: string[]
): Promise<AccountChoice> {
  const choices = await client.accountChoices(signal);
  const offers = {
    'record-type': choices.recordTypes,
    owner: choices.owners,
    'list-view': choices.listViews,
  }[kind];
  const found = offers.filter(({ name }) => names.includes(name));
  const [first] = found;
  if (first === undefined) throw new Error(`No ${kind} ${names.join()}`);
  return kind === 'list-view'
    ? { kind, id: first.id, name: first.name }
    : { kind, ids: found.map(({ id }) => id), names: found.map(({ name }) => name) };
}

test('an organisation offers its record types, the owners who have accounts, and its list views', async () => {
  const { recordTypes, owners, listViews } = await client.accountChoices(signal);
  expect(recordTypes.map(({ name }) => name)).toEqual(['Customer', 'Prospect', 'Partner']);
  expect(listViews.map(({ name }) => name)).toEqual(['All Accounts', 'My Accounts', 'Buying Accounts']);
  const byOwner = Map.groupBy(await stored(), ({ OwnerId }) => OwnerId);
  expect(owners.map(({ id, accounts }) => [id, accounts]).toSorted()).toEqual(
    [...byOwner].map(([id, accounts]) => [id, accounts.length]).toSorted(),
  );
  expect(owners.map(({ accounts }) => accounts)).toEqual(
    owners.map(({ accounts }) => accounts).toSorted((a, b) => b - a),
  );
  expect(owners.map(({ name }) => name)).toContain('Dana Whitlock');
});

describe('an export takes the chosen accounts, those with a customer’s id too, and no other', () => {
  const me = '0050000PracUserAEC';
  const cases: readonly [
    string,
    () => Promise<AccountChoice>,
    (account: Stored, of: AccountChoice) => boolean,
  ][] = [
    ['all', async () => allAccounts, () => true],
    [
      'one record type',
      () => offered('record-type', 'Partner'),
      ({ RecordTypeId }, of) => of.kind === 'record-type' && of.ids.includes(RecordTypeId ?? ''),
    ],
    [
      'two owners',
      () => offered('owner', 'Dana Whitlock', 'Sam Kessler'),
      ({ OwnerId }, of) => of.kind === 'owner' && of.ids.includes(OwnerId),
    ],
    ['a list view of all', () => offered('list-view', 'All Accounts'), () => true],
    ['a list view of one’s own', () => offered('list-view', 'My Accounts'), ({ OwnerId }) => OwnerId === me],
    [
      'a list view with a condition',
      () => offered('list-view', 'Buying Accounts'),
      ({ Type }) => Type === 'Customer - Direct' || Type === 'Customer - Channel',
    ],
    [
      'a condition with OR',
      async () => ({ kind: 'where', clause: "BillingState = 'CA' OR Name LIKE 'S%'" }),
      ({ BillingState, Name }) => BillingState?.toUpperCase() === 'CA' || /^s/i.test(Name),
    ],
  ];

  test.each(cases)('%s', async (_, choose, takes) => {
    const choice = await choose();
    const accounts = await stored();
    const chosen = accounts.filter((account) => takes(account, choice));
    const others = accounts.filter((account) => isLinked(account) && !takes(account, choice));
    expect(chosen.length).toBeGreaterThan(20);
    expect(await client.checkChoice(choice, signal)).toEqual({
      kind: 'counted',
      chosen: chosen.length,
      linked: others.length,
    });
    const { accounts: read, origin } = await client.exportAccounts(choice, quiet);
    expect(read.map(({ id }) => id).toSorted()).toEqual(idsOf([...chosen, ...others]));
    expect(origin.choice).toEqual(choice);
  });
});

describe('a choice that cannot be used says so in words', () => {
  const where = (clause: string) => client.checkChoice({ kind: 'where', clause }, signal);

  test.each([
    ["Region__c = 'West'", "Salesforce says: No such column 'Region__c' on entity 'Account'."],
    ['Name = Acme', "Salesforce says: unexpected token: 'Acme'."],
    ['Name = 5', /must be of type string and should be enclosed in quotes\.$/],
    ["Boss.Name = 'x'", "Salesforce says: Didn't understand relationship 'Boss' in field path."],
    ["Name = 'a' ORDER BY Name", /does not belong in a condition/],
  ])('%s', async (clause, message) => {
    expect(await where(clause)).toEqual({
      kind: 'refused',
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });

  test('and an export with it changes nothing', async () => {
    const error = await thrownBy(client.exportAccounts({ kind: 'where', clause: 'Region__c = 1' }, quiet));
    expect([error.code, error.data.detail]).toEqual([
      'choice-refused',
      expect.stringContaining('No such column'),
    ]);
  });

  test('one that takes no account is not exported, though others are linked', async () => {
    const choice: AccountChoice = { kind: 'where', clause: "Name = 'Nobody has this name'" };
    const linked = (await stored()).filter(isLinked).length;
    expect(await client.checkChoice(choice, signal)).toEqual({ kind: 'counted', chosen: 0, linked });
    expect((await thrownBy(client.exportAccounts(choice, quiet))).code).toBe('choice-empty');
  });
});

describe('an export under a filter is complete, though the organisation changes meanwhile', () => {
  /** Lets these changes happen just before the second page of accounts is asked for. */
  async function meanwhile(changes: readonly unknown[]): Promise<void> {
    await control('limits', { rowsPerPage: 60 });
    await control('faults', [{ match: { pathIncludes: '/query/01g' }, fault: 'meanwhile', changes }]);
  }

  test('accounts that come under it, leave it, are linked or go', async () => {
    const choice = await offered('record-type', 'Partner');
    const [partner] = choice.kind === 'record-type' ? choice.ids : [];
    const accounts = (await stored()).filter((account) => !isLinked(account));
    const inside = accounts.filter(({ RecordTypeId }) => RecordTypeId === partner);
    const outside = accounts.filter(({ RecordTypeId }) => RecordTypeId !== partner);
    const [leaves, goes] = inside;
    const [comes, isLinkedNow, stays] = outside;
    const edit = (account: Stored | undefined, changes: object) => ({
      kind: 'edit',
      id: account?.Id,
      changes,
    });
    await meanwhile([
      edit(leaves, { RecordTypeId: stays?.RecordTypeId }),
      edit(comes, { RecordTypeId: partner }),
      edit(isLinkedNow, { qime__QB_ID__c: '4711' }),
      { kind: 'remove', id: goes?.Id },
      { kind: 'add', entity: 'Account', fields: { Name: 'Brand new partner', RecordTypeId: partner } },
    ]);
    const ids = await exported(choice);
    const now = z
      .array(Stored.extend({ IsDeleted: z.boolean() }))
      .parse(z.looseObject({ Account: z.array(z.unknown()) }).parse(await control('records')).Account)
      .filter((account) => !account.IsDeleted && (isLinked(account) || account.RecordTypeId === partner));
    expect(ids).toEqual(idsOf(now));
    expect(ids).toEqual(expect.arrayContaining([comes?.Id, isLinkedNow?.Id]));
    expect(ids).not.toContain(leaves?.Id);
  });

  test('accounts that come under it and leave it by a change of another record, as many as those', async () => {
    const accounts = await stored();
    const free = accounts.filter((account) => !isLinked(account));
    const families = free
      .map((parent) => ({ parent, children: accounts.filter(({ ParentId }) => ParentId === parent.Id) }))
      .filter(({ children }) => children.length > 0 && !children.some(isLinked));
    const [[one, other] = []] = [...Map.groupBy(families, ({ children }) => children.length).values()].filter(
      ({ length }) => length > 1,
    );
    if (one === undefined || other === undefined) throw new Error('No two parents have as many branches.');
    const [first, second] = [one.parent, other.parent];
    await control(`records/${first.Id}`, { changes: { Name: 'Quillfeather Holding' } });
    const rename = (account: Stored | undefined, Name: string) => ({
      kind: 'edit',
      id: account?.Id,
      changes: { Name },
    });
    await meanwhile([rename(first, 'Another Name'), rename(second, 'Quillfeather Holding')]);
    const ids = await exported({ kind: 'where', clause: "Parent.Name = 'Quillfeather Holding'" });
    expect(ids).toEqual(expect.arrayContaining(idsOf(other.children)));
    for (const { Id } of one.children) expect(ids).not.toContain(Id);
  });
});
