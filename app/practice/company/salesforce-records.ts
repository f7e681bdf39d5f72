import { practiceCompanyName, practiceOrganisationId } from '../identity.ts';
import { salesforceTime } from '../salesforce/dates.ts';
import { idOf } from '../salesforce/ids.ts';
import { account as accountType } from '../salesforce/objects/account.ts';
import { contact as contactType } from '../salesforce/objects/contact.ts';
import { blankFields } from '../salesforce/objects/object-type.ts';
import { recordTypeOf } from '../salesforce/record-types.ts';
import { otherUserId, signedInUserId } from '../salesforce/sign-in.ts';
import type { Json, StoredRecord } from '../store/record.ts';
import type { WrittenAddress } from './addresses.ts';
import { changeTime, creationTimes } from './calendar.ts';
import type { Company } from './company.ts';
import type { AccountDraft, ContactDraft } from './drafts.ts';
import type { Random } from './random.ts';

const firstNumber = 41_000;
const salespeople = ['Dana Whitlock', 'Luis Ortega', 'Priya Mehta', 'Sam Kessler'];

/** Gives every account its id, in an order that has nothing to do with how the company was made up. */
export function numberAccounts(random: Random, drafts: readonly AccountDraft[]): Map<AccountDraft, string> {
  return numbered(random, random.shuffle(drafts), '001');
}

/** The records that Salesforce begins with. `linkOf` gives the customer's id and sync token that an account carries. */
export function salesforceRecords(
  random: Random,
  ids: ReadonlyMap<AccountDraft, string>,
  linkOf: (draft: AccountDraft) => { id: string; syncToken: string } | null,
): Company['salesforce'] {
  const owners = salespeople.map((name, index) => user(idOf('005', firstNumber + index), name));
  const ownerIds = [...owners.map(({ Id }) => String(Id)), signedInUserId];
  const times = creationTimes(random, ids.size);
  const accounts = [...ids].map(([draft, id], index) => ({
    ...blankFields(accountType),
    ...accountFields(draft, ids, linkOf),
    ...system(random, id, random.pick(ownerIds), times[index] ?? new Date(0)),
    RecordTypeId: recordTypeOf(id),
  }));
  const contacts = random.shuffle(
    [...ids].flatMap(([draft, accountId]) => draft.contacts.map((contact) => ({ contact, accountId }))),
  );
  const contactIds = [...numbered(random, contacts, '003').values()];
  const contactTimes = creationTimes(random, contacts.length);
  return {
    Account: accounts,
    Contact: contacts.map(({ contact, accountId }, index) => ({
      ...blankFields(contactType),
      ...contactFields(contact, accountId),
      ...system(random, contactIds[index] ?? '', random.pick(ownerIds), contactTimes[index] ?? new Date(0)),
    })),
    User: [user(signedInUserId, 'Robin Ashby'), user(otherUserId, 'Morgan Reyes'), ...owners],
    Organization: [organization],
  };
}

const organization: StoredRecord = {
  Id: practiceOrganisationId,
  Name: practiceCompanyName,
  Country: 'US',
  LanguageLocaleKey: 'en_US',
  TimeZoneSidKey: 'America/Los_Angeles',
  OrganizationType: 'Enterprise Edition',
  NamespacePrefix: null,
  InstanceName: 'PRC1',
  IsSandbox: true,
};

function accountFields(
  draft: AccountDraft,
  ids: ReadonlyMap<AccountDraft, string>,
  linkOf: (draft: AccountDraft) => { id: string; syncToken: string } | null,
): Record<string, Json> {
  const link = linkOf(draft);
  return {
    Name: draft.name,
    Type: draft.type || null,
    ParentId: draft.parent === null ? null : (ids.get(draft.parent) ?? null),
    ...addressFields('Billing', draft.billing),
    ...addressFields('Shipping', draft.shipping),
    Phone: draft.phone || null,
    Fax: draft.fax || null,
    Website: draft.website || null,
    Industry: draft.industry || null,
    AnnualRevenue: draft.revenue,
    Description: draft.description || null,
    qime__QB_ID__c: link?.id ?? null,
    qime__QB_SyncToken__c: link?.syncToken ?? null,
    qime__Resale_Number__c: draft.resaleNumber || null,
    qime__Taxable__c: draft.taxable,
    qime__Tax_Exemption_Reason__c: draft.exemptionReason || null,
  };
}

function contactFields(
  { person, email, phone, mobile, title }: ContactDraft,
  accountId: string,
): Record<string, Json> {
  return {
    AccountId: accountId,
    FirstName: person.given,
    LastName: person.family,
    Name: `${person.given} ${person.family}`,
    Email: email || null,
    Phone: phone || null,
    MobilePhone: mobile || null,
    Title: title || null,
  };
}

function addressFields(prefix: string, address: WrittenAddress | null): Record<string, Json> {
  return {
    [`${prefix}Street`]: address?.lines.join('\r\n') || null,
    [`${prefix}City`]: address?.city || null,
    [`${prefix}State`]: address?.region || null,
    [`${prefix}PostalCode`]: address?.postalCode || null,
    [`${prefix}Country`]: address?.country || null,
  };
}

function system(random: Random, id: string, ownerId: string, created: Date): Record<string, Json> {
  const changed = salesforceTime(changeTime(random, created));
  return {
    Id: id,
    OwnerId: ownerId,
    IsDeleted: false,
    CreatedDate: salesforceTime(created),
    CreatedById: ownerId,
    LastModifiedDate: changed,
    LastModifiedById: ownerId,
    SystemModstamp: changed,
  };
}

function user(id: string, name: string): StoredRecord {
  const [first = '', last = ''] = name.split(' ');
  const address = `${first}.${last}@practice-company.example`.toLowerCase();
  return {
    Id: id,
    Username: address,
    LastName: last,
    FirstName: first,
    Name: name,
    Email: address,
    IsActive: true,
  };
}

/** Ids that rise with gaps, as other people's records take numbers too. */
function numbered<T>(random: Random, items: readonly T[], keyPrefix: string): Map<T, string> {
  let number = firstNumber;
  return new Map(
    items.map((item) => {
      number += random.int(1, 9);
      return [item, idOf(keyPrefix, number)];
    }),
  );
}
