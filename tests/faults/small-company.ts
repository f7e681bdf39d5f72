import type { Company } from '#app/practice/company/company.ts';
import { generate } from '#app/practice/company/generate.ts';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';

/**
 * How many accounts and customers a scenario needs: every record costs time in every scenario.
 * - `few`: enough to link, undo or create some, and for several of Salesforce's pages where these are made small.
 * - `calls`: more links than one call takes, and more accounts than a page that Salesforce's troubles make small.
 * - `long`: several of QuickBooks' pages, which hold a thousand.
 */
const sizes = {
  few: { accounts: 80, customers: 60 },
  calls: { accounts: 260, customers: 260 },
  long: { accounts: 80, customers: Number.POSITIVE_INFINITY },
} as const;
export type CompanySize = keyof typeof sizes;

/** Made up once: many start with it, none changes it. */
let whole: Company | null = null;
const made = new Map<CompanySize, Company>();

/** A practice company with fewer records than the usual one. */
export function startSmallCompany(size: CompanySize): Promise<PracticeCompany> {
  const company = made.get(size) ?? smallCompany(size);
  made.set(size, company);
  return startPractice({ company });
}

function smallCompany(size: CompanySize): Company {
  whole ??= generate(2_026).company;
  const { accounts, customers } = sizes[size];
  const { salesforce, quickbooks } = whole;
  const kept = new Set(salesforce.Account.slice(0, accounts).map(({ Id }) => Id));
  const all = quickbooks.Customer;
  // The last one stays, so that no new customer gets an id that an account carries already.
  const few = all.length <= customers ? all : [...all.slice(0, customers - 1), ...all.slice(-1)];
  return {
    quickbooks: { ...quickbooks, Customer: few },
    salesforce: {
      ...salesforce,
      Account: salesforce.Account.filter(({ Id }) => kept.has(Id)),
      Contact: salesforce.Contact.filter(({ AccountId }) => kept.has(AccountId ?? null)),
    },
  };
}
