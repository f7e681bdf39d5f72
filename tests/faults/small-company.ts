import type { Company } from '#app/practice/company/company.ts';
import { generate } from '#app/practice/company/generate.ts';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';

/** Enough for several of Salesforce's pages, and few enough for many exports. */
const accounts = 320;
/** All of them are more than the thousand that QuickBooks' pages hold. */
const fewCustomers = 150;

/** Made up once: many start with it, none changes it. */
const made = new Map<boolean, Company>();

/** A practice company with fewer accounts than the usual one, and with all of its customers or few of them. */
export function startSmallCompany({ manyCustomers }: { manyCustomers: boolean }): Promise<PracticeCompany> {
  const company = made.get(manyCustomers) ?? smallCompany(manyCustomers);
  made.set(manyCustomers, company);
  return startPractice({ company });
}

function smallCompany(manyCustomers: boolean): Company {
  const { salesforce, quickbooks } = generate(2_026).company;
  const kept = new Set(salesforce.Account.slice(0, accounts).map(({ Id }) => Id));
  const customers = quickbooks.Customer;
  // The last one stays, so that no new customer gets an id that an account carries already.
  const few = [...customers.slice(0, fewCustomers - 1), ...customers.slice(-1)];
  return {
    quickbooks: manyCustomers ? quickbooks : { ...quickbooks, Customer: few },
    salesforce: {
      ...salesforce,
      Account: salesforce.Account.filter(({ Id }) => kept.has(Id)),
      Contact: salesforce.Contact.filter(({ AccountId }) => kept.has(AccountId ?? null)),
    },
  };
}
