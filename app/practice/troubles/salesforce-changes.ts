import { textOf } from '../store/record.ts';
import {
  accountsOf,
  type CompanyChangeKind,
  customersOf,
  few,
  linkOf,
  namesOf,
  origin,
  several,
} from './company-change.ts';

const side = 'salesforce';

/** What somebody else can do to the accounts. */
export const salesforceChanges: readonly CompanyChangeKind[] = [
  {
    id: 'rename-accounts',
    side,
    title: `Rename ${several} accounts`,
    make(company) {
      const chosen = accountsOf(company).slice(0, several);
      for (const account of chosen) {
        company.salesforce.edit(
          textOf(account, 'Id'),
          { Name: `${textOf(account, 'Name')} Holdings` },
          origin,
        );
      }
      return `${chosen.length} accounts are called “… Holdings” now: ${namesOf(chosen.map(nameOf))}.`;
    },
  },
  {
    id: 'edit-accounts',
    side,
    title: `Change the phone of ${several} accounts`,
    make(company) {
      const chosen = accountsOf(company).slice(0, several);
      for (const account of chosen) {
        const Phone = `(503) 555-0${company.random.int(100, 199)}`;
        company.salesforce.edit(textOf(account, 'Id'), { Phone }, origin);
      }
      return `${chosen.length} accounts have another phone number: ${namesOf(chosen.map(nameOf))}.`;
    },
  },
  {
    id: 'merge-accounts',
    side,
    title: 'Merge two accounts',
    make(company) {
      const accounts = accountsOf(company);
      const loser = accounts.find((account) => linkOf(account) !== '');
      const master = accounts.find((account) => account !== loser);
      if (master === undefined || loser === undefined) return null;
      const ids = { master: textOf(master, 'Id'), loser: textOf(loser, 'Id') };
      company.salesforce.merge('Account', ids, origin);
      return `“${nameOf(loser)}”, which was linked, was merged into “${nameOf(master)}”.`;
    },
  },
  {
    id: 'delete-account',
    side,
    title: 'Delete an account',
    make(company) {
      const account = accountsOf(company).find((candidate) => linkOf(candidate) !== '');
      if (account === undefined) return null;
      company.salesforce.remove(textOf(account, 'Id'), origin);
      return `“${nameOf(account)}”, which was linked, was deleted with its contacts.`;
    },
  },
  {
    id: 'add-accounts',
    side,
    title: `Add ${few} accounts`,
    make(company) {
      const names = customersOf(company)
        .slice(0, few)
        .map((customer) => `${textOf(customer, 'DisplayName')} (new branch)`);
      for (const Name of names) company.salesforce.add('Account', { Name }, origin);
      return `${names.length} accounts were added: ${namesOf(names)}.`;
    },
  },
  {
    id: 'link-account',
    side,
    title: 'Set a link by hand',
    make(company) {
      const accounts = accountsOf(company);
      const taken = new Set(accounts.map(linkOf));
      const account = accounts.find((candidate) => linkOf(candidate) === '');
      const customer = customersOf(company).find(({ Id }) => !taken.has(String(Id)));
      if (account === undefined || customer === undefined) return null;
      const changes = {
        qime__QB_ID__c: customer.Id ?? null,
        qime__QB_SyncToken__c: customer.SyncToken ?? null,
      };
      company.salesforce.edit(textOf(account, 'Id'), changes, origin);
      return `“${nameOf(account)}” was linked to customer ${textOf(customer, 'Id')}, “${textOf(customer, 'DisplayName')}”.`;
    },
  },
  {
    id: 'unlink-account',
    side,
    title: 'Empty a link by hand',
    make(company) {
      const account = accountsOf(company).find((candidate) => linkOf(candidate) !== '');
      if (account === undefined) return null;
      const changes = { qime__QB_ID__c: null, qime__QB_SyncToken__c: null };
      company.salesforce.edit(textOf(account, 'Id'), changes, origin);
      return `“${nameOf(account)}” is no longer linked to customer ${linkOf(account)}.`;
    },
  },
];

function nameOf(account: Parameters<typeof linkOf>[0]): string {
  return textOf(account, 'Name');
}
