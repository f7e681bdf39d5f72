import { practiceCompanyName, practiceOrganisationId } from '../identity.ts';
import { idOf } from '../salesforce/ids.ts';
import { account } from '../salesforce/objects/account.ts';
import { otherUserId, signedInUserId } from '../salesforce/signIn.ts';
import type { Json, StoredRecord } from '../store/record.ts';
import type { Company } from './company.ts';

/** The initial company of a seed. */
export function generate(seed: number): { company: Company; truth: ReadonlyMap<string, string> } {
  const truth = new Map<string, string>();
  const accounts: StoredRecord[] = [];
  const customers: StoredRecord[] = [];
  for (let n = 1; n <= 40; n += 1) {
    const record: Record<string, Json> = Object.fromEntries(
      account.fields
        .filter((f) => f.type !== 'address')
        .map((f) => [f.name, f.type === 'boolean' ? false : null]),
    );
    const stamp = '2026-03-02T10:00:00.000+0000';
    Object.assign(record, {
      Id: idOf('001', 100 + n * 3 + (seed % 3)),
      Name: `Cedar Ridge ${n} LLC`,
      Phone: `(206) 342-77${10 + n}`,
      OwnerId: signedInUserId,
      CreatedDate: stamp,
      CreatedById: signedInUserId,
      LastModifiedDate: stamp,
      LastModifiedById: signedInUserId,
      SystemModstamp: stamp,
    });
    accounts.push(record);
    const time = '2026-02-02T10:00:00-07:00';
    customers.push({
      Taxable: true,
      Job: false,
      BillWithParent: false,
      Balance: 10 * n,
      BalanceWithJobs: 10 * n,
      CurrencyRef: { value: 'USD', name: 'United States Dollar' },
      PreferredDeliveryMethod: 'Print',
      IsProject: false,
      domain: 'QBO',
      sparse: false,
      Id: String(n),
      SyncToken: '0',
      MetaData: { CreateTime: time, LastUpdatedTime: time },
      FullyQualifiedName: `Cedar Ridge ${n}`,
      CompanyName: `Cedar Ridge ${n}`,
      DisplayName: `Cedar Ridge ${n}`,
      PrintOnCheckName: `Cedar Ridge ${n}`,
      Active: n % 10 !== 0,
      PrimaryPhone: { FreeFormNumber: `206-342-77${10 + n}` },
    });
    truth.set(String(record.Id), String(n));
  }
  const user = (Id: string, FirstName: string, LastName: string): StoredRecord => ({
    Id,
    FirstName,
    LastName,
    Name: `${FirstName} ${LastName}`,
    Username: `${FirstName}.${LastName}@practice.example`.toLowerCase(),
    Email: `${FirstName}.${LastName}@practice.example`.toLowerCase(),
    IsActive: true,
  });
  return {
    truth,
    company: {
      salesforce: {
        Account: accounts,
        Contact: [],
        User: [user(signedInUserId, 'Robin', 'Ashby'), user(otherUserId, 'Morgan', 'Reyes')],
        Organization: [
          {
            Id: practiceOrganisationId,
            Name: practiceCompanyName,
            Country: 'US',
            LanguageLocaleKey: 'en_US',
            TimeZoneSidKey: 'America/Los_Angeles',
            OrganizationType: 'Enterprise Edition',
            NamespacePrefix: null,
            InstanceName: 'PR1',
            IsSandbox: true,
          },
        ],
      },
      quickbooks: {
        Customer: customers,
        Vendor: [],
        Employee: [],
        CompanyInfo: [
          {
            CompanyName: practiceCompanyName,
            LegalName: practiceCompanyName,
            Country: 'US',
            domain: 'QBO',
            sparse: false,
            Id: '1',
            SyncToken: '4',
          },
        ],
        Preferences: [{ domain: 'QBO', sparse: false, Id: '1', SyncToken: '2' }],
      },
    },
  };
}
