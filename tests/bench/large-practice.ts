import type { Company } from '#app/practice/company/company.ts';
import { generate } from '#app/practice/company/generate.ts';
import { startPractice } from '#app/practice/index.ts';
import { idOf } from '#app/practice/salesforce/ids.ts';
import type { StoredRecord } from '#app/practice/store/record.ts';

/**
 * A practice company of this many accounts, contacts and customers, in a process of its own; prints its environment as
 * one line of JSON.
 */
const [accounts = 100_000, contacts = 60_000, customers = 20_000] = process.argv.slice(2).map(Number);
const size = { accounts, contacts, customers };

/** The records over and over until there are `count`, each made one of its own by its number. */
function repeated(
  records: readonly StoredRecord[],
  count: number,
  asOwn: (record: StoredRecord, n: number) => StoredRecord,
): StoredRecord[] {
  return Array.from({ length: count }, (_, n) => asOwn(records[n % records.length] ?? {}, n + 1));
}

const { salesforce, quickbooks } = generate(2_026).company;
const accountId = (n: number) => idOf('001', n);
const company: Company = {
  salesforce: {
    ...salesforce,
    Account: repeated(salesforce.Account, size.accounts, (record, n) => ({
      ...record,
      Id: accountId(n),
      Name: `${record.Name} ${n}`,
      ParentId: null,
      qime__QB_ID__c: null,
    })),
    Contact: repeated(
      salesforce.Contact.filter(({ Email }) => Email !== null),
      size.contacts,
      (record, n) => ({
        ...record,
        Id: idOf('003', n),
        AccountId: accountId(n),
        Email: `${n}.${record.Email}`,
      }),
    ),
  },
  quickbooks: {
    ...quickbooks,
    Customer: repeated(
      quickbooks.Customer.filter(({ ParentRef }) => ParentRef === undefined),
      size.customers,
      (record, n) => ({ ...record, Id: String(n), DisplayName: `${record.DisplayName} ${n}` }),
    ),
  },
};
const { environment } = await startPractice({ company });
process.stdout.write(`${JSON.stringify(environment)}\n`);
