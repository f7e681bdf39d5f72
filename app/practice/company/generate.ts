import { makeBusiness } from './business.ts';
import { Cast } from './cast.ts';
import type { Company } from './company.ts';
import {
  duplicateAccounts,
  duplicateCustomers,
  exemptCustomers,
  inactiveCustomers,
  links,
  sharedDetails,
} from './disorder.ts';
import type { AccountDraft } from './drafts.ts';
import { fullName, makePerson } from './people.ts';
import { type NamedDraft, numberNames, quickbooksRecords } from './quickbooks-records.ts';
import { Random } from './random.ts';
import { numberAccounts, salesforceRecords } from './salesforce-records.ts';
import { branches, longNames, matched, prospects, subCustomers, tradingNames, walkIns } from './scenes.ts';

/** An account and the customer that it really is; `label` says how the two came to differ. */
export interface TrueMatch {
  readonly accountId: string;
  readonly customerId: string;
  readonly label: string;
}

/**
 * The practice company of a seed, always the same: about 1,200 accounts and 1,100 customers with the disorder of real
 * ones, and which of them belong together. The matches are for tests alone: nothing that is served tells them.
 */
export function generate(seed: number): { company: Company; matches: readonly TrueMatch[] } {
  const random = new Random(seed);
  const cast = new Cast();
  matched(random, cast, 650);
  longNames(random, cast, 18);
  tradingNames(random, cast, 34);
  branches(random, cast, 14);
  subCustomers(random, cast, 42);
  prospects(random, cast, 380, 140);
  walkIns(random, cast, 250, 120);
  const telling = new Set(
    cast.pairs
      .filter(({ label }) => ['same', 'legal form', 'capitals', 'and'].includes(label))
      .map(({ customer }) => customer),
  );
  sharedDetails(random, cast, telling);
  exemptCustomers(random, cast);
  inactiveCustomers(random, cast, 56);
  links(random, cast, 74, 14);
  duplicateAccounts(random, cast, 14);
  duplicateCustomers(random, cast, 12);
  return record(random, cast, othersInQuickbooks(random, cast));
}

function record(random: Random, cast: Cast, others: readonly NamedDraft[]) {
  const accountIds = numberAccounts(random, cast.accounts);
  const names = numberNames(random, [...cast.customers, ...others]);
  const quickbooks = quickbooksRecords(random, names);
  const matches = cast.pairs.map(({ account, customer, label }) => ({
    accountId: accountIds.get(account) ?? '',
    customerId: names.ids.get(customer) ?? '',
    label,
  }));
  const syncTokens = new Map(quickbooks.Customer.map(({ Id, SyncToken }) => [Id, String(SyncToken)]));
  const gone = random.shuffle(names.gone);
  const linkOf = (account: AccountDraft) => {
    if (account.link === 'none') return null;
    const match = matches.find(({ accountId }) => accountId === accountIds.get(account));
    const id = (account.link === 'right' ? match?.customerId : gone.pop()) ?? '';
    return { id, syncToken: syncTokens.get(id) ?? '0' };
  };
  return { company: { salesforce: salesforceRecords(random, accountIds, linkOf), quickbooks }, matches };
}

/** Vendors and employees, a few of whom have the name of an account that has no customer. */
function othersInQuickbooks(random: Random, cast: Cast): NamedDraft[] {
  const paired = new Set(cast.pairs.map(({ account }) => account));
  const unpaired = random.shuffle(cast.accounts.filter((account) => !paired.has(account)));
  const vendorNames = [
    ...unpaired.slice(0, 5).map(({ name }) => name),
    ...Array.from({ length: 50 }, () => makeBusiness(random, { kind: 'company' }).name),
  ];
  const employees = Array.from({ length: 18 }, () => makePerson(random));
  return [
    ...vendorNames.map(
      (name): NamedDraft => ({
        list: 'Vendor',
        displayName: cast.freeName(name),
        person: null,
        active: random.chance(0.9),
      }),
    ),
    ...employees.map(
      (person): NamedDraft => ({
        list: 'Employee',
        displayName: cast.freeName(fullName(person)),
        person,
        active: random.chance(0.8),
      }),
    ),
  ];
}
