import type { Side } from '#shared/datasets.ts';
import type { Random } from '../company/random.ts';
import type { Controlled } from '../http/control.ts';
import { parentIds } from '../quickbooks/customer.ts';
import { type JsonObject, textOf } from '../store/record.ts';

/** What a change of the company's records works on. */
export interface ChangingCompany {
  readonly salesforce: Controlled;
  readonly quickbooks: Controlled;
  readonly random: Random;
}

/** Something that somebody else does to the records. Gives what was done, as a sentence; null where nothing could be. */
export interface CompanyChangeKind {
  readonly id: string;
  readonly side: Side;
  readonly title: string;
  make(company: ChangingCompany): string | null;
}

/** How many records are changed, or added, at once. */
export const several = 20;
export const few = 5;

/** As whom the log of writes knows whoever changed something from the screen. */
export const origin = { method: 'SCREEN', path: 'change' };

/** The accounts that are not deleted, in random order. */
export function accountsOf({ salesforce, random }: ChangingCompany): JsonObject[] {
  return random.shuffle((salesforce.records().Account ?? []).filter(({ IsDeleted }) => IsDeleted !== true));
}

/** The active customers, in random order; `alone` leaves out those that have sub-customers. */
export function customersOf({ quickbooks, random }: ChangingCompany, alone = false): JsonObject[] {
  const customers = quickbooks.records().Customer ?? [];
  const parents = parentIds(customers);
  return random.shuffle(
    customers.filter(({ Active, Id }) => Active === true && !(alone && parents.has(String(Id)))),
  );
}

/** The id of the customer that an account is linked to, or ''. */
export function linkOf(account: JsonObject): string {
  return textOf(account, 'qime__QB_ID__c');
}

/** A list of names for a sentence: the first three, and how many more. */
export function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(' and ');
}
