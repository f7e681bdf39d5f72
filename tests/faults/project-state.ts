import assert from 'node:assert/strict';
import Database from 'better-sqlite3';
import { openForReading } from '#app/project/index.ts';
import type { OtherNames } from '#shared/other-names.ts';
import type { Account, Customer } from '#shared/records.ts';
import { otherNameStore } from '../../app/project/other-names.ts';
import type { World } from './world.ts';

/** What a project file holds of both sides, each record by its id. */
export interface ProjectState {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly otherNames: OtherNames;
}

/** Reads the project file itself, beside the program, and makes sure that it is not damaged. */
export function projectState({ path }: World): ProjectState {
  const database = new Database(path, { readonly: true });
  assert.equal(database.pragma('integrity_check', { simple: true }), 'ok');
  const names = otherNameStore(database);
  const otherNames = { vendor: names.of('vendor'), employee: names.of('employee') };
  database.close();
  const { records, close } = openForReading(path);
  try {
    return {
      accounts: new Map([...records.accountBatches()].flat().map((account) => [account.id, account])),
      customers: new Map([...records.customerBatches()].flat().map((customer) => [customer.id, customer])),
      otherNames,
    };
  } finally {
    close();
  }
}

/**
 * Makes sure that the project holds what both services hold now: every record and every name, none besides, in its last
 * state; of vendors or employees whose names were `refused`, that they were not read.
 */
export async function assertHoldsWhatIsThere(
  world: World,
  refused: 'Vendor' | 'Employee' | null = null,
): Promise<void> {
  const { accounts, customers, otherNames } = projectState(world);
  const there = await world.recordsOf('salesforce', 'Account');
  assert.deepEqual(
    [...accounts.values()].map(({ id, name, systemModstamp }) => [id, name, systemModstamp]).sort(),
    there.map(({ Id, Name, SystemModstamp }) => [Id, Name, utc(SystemModstamp)]).sort(),
  );
  const contacts = await world.recordsOf('salesforce', 'Contact');
  const emails = new Map<string, Set<string>>();
  for (const { AccountId, Email } of contacts) {
    if (typeof AccountId !== 'string' || typeof Email !== 'string') continue;
    emails.set(AccountId, (emails.get(AccountId) ?? new Set()).add(Email.trim().toLowerCase()));
  }
  for (const account of accounts.values()) {
    const found = new Set(account.emails.map((email) => email.trim().toLowerCase()));
    assert.deepEqual([...found].sort(), [...(emails.get(account.id) ?? [])].sort());
  }
  assert.deepEqual(
    [...customers.values()].map((customer) => [customer.id, customer.displayName, customer.syncToken]).sort(),
    (await world.recordsOf('quickbooks', 'Customer'))
      .map(({ Id, DisplayName, SyncToken }) => [Id, DisplayName, SyncToken])
      .sort(),
  );
  for (const [kind, list] of [
    ['vendor', 'Vendor'],
    ['employee', 'Employee'],
  ] as const) {
    const there = (await world.recordsOf('quickbooks', list)).map(({ Id, DisplayName, Active }) => [
      Id,
      DisplayName,
      Active,
    ]);
    assert.ok(there.length > 0);
    assert.deepEqual(
      otherNames[kind]?.map(({ id, displayName, active }) => [id, displayName, active]).sort() ?? null,
      list === refused ? null : there.sort(),
    );
  }
}

function utc(time: unknown): string {
  return new Date(String(time).replace('+0000', 'Z')).toISOString();
}
