import type { Company } from '#app/practice/company/company.ts';
import { generate } from '#app/practice/company/generate.ts';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';

/** Enough for several pages, and few enough for many exports. QuickBooks' pages hold a thousand. */
const accounts = 320;

/** Made up once: many start with it, none changes it. */
let made: Company | null = null;

/** A practice company with fewer accounts than the usual one, and with all of its customers. */
export function startSmallCompany(): Promise<PracticeCompany> {
  made ??= smallCompany();
  return startPractice({ company: made });
}

function smallCompany(): Company {
  const { salesforce, quickbooks } = generate(2_026).company;
  const kept = new Set(salesforce.Account.slice(0, accounts).map(({ Id }) => Id));
  return {
    quickbooks,
    salesforce: {
      ...salesforce,
      Account: salesforce.Account.filter(({ Id }) => kept.has(Id)),
      Contact: salesforce.Contact.filter(({ AccountId }) => kept.has(AccountId ?? null)),
    },
  };
}
