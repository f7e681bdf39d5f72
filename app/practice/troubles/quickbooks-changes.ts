import { type JsonObject, textOf } from '../store/record.ts';
import {
  accountsOf,
  type ChangingCompany,
  type CompanyChangeKind,
  customersOf,
  few,
  linkOf,
  namesOf,
  origin,
  several,
} from './company-change.ts';

const side = 'quickbooks';

/** What somebody else can do to the customers. */
export const quickbooksChanges: readonly CompanyChangeKind[] = [
  {
    id: 'rename-customers',
    side,
    title: `Rename ${several} customers`,
    make(company) {
      const chosen = customersOf(company).slice(0, several);
      for (const customer of chosen) {
        const DisplayName = `${nameOf(customer)} Holdings ${textOf(customer, 'Id')}`;
        company.quickbooks.edit(textOf(customer, 'Id'), { DisplayName }, origin);
      }
      return `${chosen.length} customers are called “… Holdings” now: ${namesOf(chosen.map(nameOf))}.`;
    },
  },
  {
    id: 'merge-customers',
    side,
    title: 'Merge two customers',
    make(company) {
      const customers = customersOf(company, true);
      const loser = linkedOf(company, customers);
      const master = customers.find((customer) => customer !== loser);
      if (master === undefined || loser === undefined) return null;
      const ids = { master: textOf(master, 'Id'), loser: textOf(loser, 'Id') };
      company.quickbooks.merge('Customer', ids, origin);
      return `“${nameOf(loser)}” (${ids.loser}), to which an account is linked, was merged into “${nameOf(master)}” (${ids.master}).`;
    },
  },
  {
    id: 'inactivate-customer',
    side,
    title: 'Make a customer inactive',
    make(company) {
      const customer = linkedOf(company, customersOf(company, true));
      if (customer === undefined) return null;
      company.quickbooks.edit(textOf(customer, 'Id'), { Active: false }, origin);
      return `“${nameOf(customer)}” (${textOf(customer, 'Id')}), to which an account is linked, is inactive now.`;
    },
  },
  {
    id: 'add-customers',
    side,
    title: `Add ${few} customers`,
    make(company) {
      const names = accountsOf(company)
        .slice(0, few)
        .map(
          (account) =>
            `${textOf(account, 'Name').replaceAll(/[:\t\n]/g, ' ')} ${company.random.int(100, 999)}`,
        );
      for (const DisplayName of names) company.quickbooks.add('Customer', { DisplayName }, origin);
      return `${names.length} customers were added: ${namesOf(names)}.`;
    },
  },
];

/** One of the customers to which an account is linked. */
function linkedOf(company: ChangingCompany, customers: readonly JsonObject[]): JsonObject | undefined {
  const linked = new Set(accountsOf(company).map(linkOf));
  return customers.find(({ Id }) => linked.has(String(Id)));
}

function nameOf(customer: JsonObject): string {
  return textOf(customer, 'DisplayName');
}
