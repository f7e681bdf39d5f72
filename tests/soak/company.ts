import type { Company } from '#app/practice/company/company.ts';
import { generate } from '#app/practice/company/generate.ts';
import { Random } from '#app/practice/company/random.ts';
import type { StoredRecord } from '#app/practice/store/record.ts';

/** Made up once for all: each soak company is a handful of its records. */
let whole: Company | null = null;

/** So many accounts that carry no id, that carry one, and that carry one which no customer has. */
const free = 14;
const linked = 3;
const broken = 2;
/** So many accounts that have the name of a customer which is not theirs. */
const namesakes = 3;
/** So many customers that are active and nobody's child, that are inactive, and that are below another one. */
const usual = 14;
const inactive = 2;
const below = 2;

/** A company of a few records, always the same for a seed, with all kinds of records that a link can meet. */
export function companyOf(seed: number): Company {
  whole ??= generate(2_026).company;
  const random = new Random(seed);
  const { salesforce, quickbooks } = whole;
  const some = (records: readonly StoredRecord[], count: number) => random.shuffle(records).slice(0, count);
  const isLinked = ({ qime__QB_ID__c }: StoredRecord) => qime__QB_ID__c !== null;
  const accounts = [
    ...some(
      salesforce.Account.filter((account) => !isLinked(account)),
      free,
    ),
    ...some(salesforce.Account.filter(isLinked), linked),
  ].map((account): StoredRecord => ({ ...account, ParentId: null }));
  const ids = new Set(accounts.map(({ Id }) => Id));
  const customers = quickbooks.Customer;
  const children = some(
    customers.filter(({ Level }) => Level === 1),
    below,
  );
  const needed = new Set([
    ...children.map(parentOf),
    ...accounts.map(({ qime__QB_ID__c }) => qime__QB_ID__c),
  ]);
  const chosen = new Set([
    ...customers.filter(({ Id, Level }) => needed.has(Id ?? '') && Level === undefined),
    ...children,
    ...some(
      customers.filter(({ Active, Level }) => Active === true && Level === undefined),
      usual,
    ),
    ...some(
      customers.filter(({ Active, Level }) => Active === false && Level === undefined),
      inactive,
    ),
    // No new customer gets an id that an account carries already.
    ...customers.slice(-1),
  ]);
  const names = some(
    [...chosen].filter(({ Active, Level }) => Active === true && Level === undefined),
    namesakes,
  ).map(({ DisplayName }) => DisplayName ?? null);
  const others = some(
    customers.filter((customer) => !chosen.has(customer)),
    broken,
  ).map(({ Id }) => Id ?? null);
  const asMet = accounts.map((account, place): StoredRecord => {
    const id = others[place - namesakes];
    if (place < namesakes) return { ...account, Name: names[place] ?? null };
    return id === undefined ? account : { ...account, qime__QB_ID__c: id, qime__QB_SyncToken__c: '0' };
  });
  return {
    salesforce: {
      ...salesforce,
      Account: asMet,
      Contact: salesforce.Contact.filter(({ AccountId }) => ids.has(AccountId)),
    },
    quickbooks: {
      ...quickbooks,
      Customer: customers.filter((customer) => chosen.has(customer)),
      Vendor: some(quickbooks.Vendor, 3),
      Employee: some(quickbooks.Employee, 2),
    },
  };
}

function parentOf({ ParentRef }: StoredRecord): unknown {
  return typeof ParentRef === 'object' && ParentRef !== null && 'value' in ParentRef ? ParentRef.value : null;
}
