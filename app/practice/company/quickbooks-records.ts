import { quickbooksTime } from '../quickbooks/time.ts';
import type { Json, JsonObject, StoredRecord } from '../store/record.ts';
import type { WrittenAddress } from './addresses.ts';
import { changeTime, creationTimes } from './calendar.ts';
import type { Company } from './company.ts';
import { companyInfo, preferences } from './company-records.ts';
import type { CustomerDraft } from './drafts.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

/** A vendor or an employee, of whom little is known. */
export interface NamedDraft {
  readonly list: 'Vendor' | 'Employee';
  readonly displayName: string;
  readonly person: Person | null;
  readonly active: boolean;
}

/** The ids of the names in QuickBooks, which one sequence gives to customers, vendors and employees. */
export interface Numbered {
  readonly ids: ReadonlyMap<CustomerDraft | NamedDraft, string>;
  /** Ids that were given and whose records are gone. */
  readonly gone: readonly string[];
}

/** Gives every name its id, parents before their children, in an order that has nothing to do with the accounts'. */
export function numberNames(random: Random, drafts: readonly (CustomerDraft | NamedDraft)[]): Numbered {
  const ids = new Map<CustomerDraft | NamedDraft, string>();
  const gone: string[] = [];
  let last = 0;
  const give = (draft: CustomerDraft | NamedDraft): void => {
    if (ids.has(draft)) return;
    if ('parent' in draft && draft.parent !== null) give(draft.parent);
    for (
      let skipped = random.weighted([
        [7, 0],
        [2, 1],
        [1, 2],
      ]);
      skipped > 0;
      skipped -= 1
    ) {
      last += 1;
      gone.push(String(last));
    }
    last += 1;
    ids.set(draft, String(last));
  };
  for (const draft of random.shuffle(drafts)) give(draft);
  return { ids, gone };
}

/** The records that QuickBooks begins with. */
export function quickbooksRecords(random: Random, { ids }: Numbered): Company['quickbooks'] {
  const times = creationTimes(random, ids.size);
  const customers: StoredRecord[] = [];
  const named: Record<NamedDraft['list'], StoredRecord[]> = { Vendor: [], Employee: [] };
  const children = Map.groupBy(
    [...ids.keys()].filter((draft): draft is CustomerDraft => 'isJob' in draft),
    ({ parent }) => parent,
  );
  let addressId = 0;
  const nextAddressId = () => {
    addressId += 1;
    return String(addressId);
  };
  for (const [index, [draft, id]] of [...ids].entries()) {
    const created = times[index] ?? new Date(0);
    const meta = {
      domain: 'QBO',
      sparse: false,
      Id: id,
      SyncToken: String(
        random.weighted([
          [50, 0],
          [30, random.int(1, 4)],
          [20, random.int(5, 19)],
        ]),
      ),
      MetaData: {
        CreateTime: quickbooksTime(created),
        LastUpdatedTime: quickbooksTime(changeTime(random, created)),
      },
    };
    if ('isJob' in draft)
      customers.push(customerRecord(draft, meta, ids, children.get(draft) ?? [], nextAddressId));
    else named[draft.list].push(namedRecord(draft, meta));
  }
  return { Customer: customers, ...named, CompanyInfo: [companyInfo], Preferences: [preferences] };
}

function customerRecord(
  draft: CustomerDraft,
  meta: JsonObject,
  ids: ReadonlyMap<CustomerDraft | NamedDraft, string>,
  children: readonly CustomerDraft[],
  nextAddressId: () => string,
): StoredRecord {
  const ancestors: CustomerDraft[] = [];
  for (let above = draft.parent; above !== null; above = above.parent) ancestors.unshift(above);
  const parentId = draft.parent === null ? undefined : ids.get(draft.parent);
  return populated({
    Taxable: draft.taxable,
    TaxExemptionReasonId: draft.exemptionReason === null ? null : String(draft.exemptionReason),
    BillAddr: addressOf(draft.billing, nextAddressId),
    ShipAddr: addressOf(draft.shipping, nextAddressId),
    Notes: draft.notes,
    Job: draft.isJob,
    BillWithParent: draft.isJob,
    ParentRef: parentId === undefined ? null : { value: parentId },
    Level: ancestors.length === 0 ? null : ancestors.length,
    Balance: draft.balance,
    BalanceWithJobs: cents(children.reduce((sum, { balance }) => sum + balance, draft.balance)),
    CurrencyRef: dollars,
    PreferredDeliveryMethod: 'Print',
    ResaleNum: draft.resaleNumber,
    IsProject: false,
    ...meta,
    GivenName: draft.person?.given ?? null,
    FamilyName: draft.person?.family ?? null,
    FullyQualifiedName: [...ancestors, draft].map(({ displayName }) => displayName).join(':'),
    CompanyName: draft.companyName,
    DisplayName: draft.displayName,
    PrintOnCheckName: draft.companyName || draft.displayName,
    Active: draft.active,
    PrimaryPhone: wrap('FreeFormNumber', draft.phone),
    AlternatePhone: wrap('FreeFormNumber', draft.alternatePhone),
    Mobile: wrap('FreeFormNumber', draft.mobile),
    Fax: wrap('FreeFormNumber', draft.fax),
    PrimaryEmailAddr: wrap('Address', draft.email),
    WebAddr: wrap('URI', draft.website),
  });
}

function namedRecord({ list, displayName, person, active }: NamedDraft, meta: JsonObject): StoredRecord {
  return populated({
    ...(list === 'Vendor'
      ? { Balance: 0, Vendor1099: false, CurrencyRef: dollars }
      : { BillableTime: false }),
    ...meta,
    GivenName: person?.given ?? null,
    FamilyName: person?.family ?? null,
    CompanyName: list === 'Vendor' && person === null ? displayName : null,
    DisplayName: displayName,
    PrintOnCheckName: displayName,
    Active: active,
  });
}

const dollars = { value: 'USD', name: 'United States Dollar' };

function addressOf(address: WrittenAddress | null, nextId: () => string): JsonObject | null {
  if (address === null) return null;
  const lines = Object.fromEntries(address.lines.map((line, index) => [`Line${index + 1}`, line]));
  return populated({
    Id: nextId(),
    ...lines,
    City: address.city,
    Country: address.country,
    CountrySubDivisionCode: address.region,
    PostalCode: address.postalCode,
  });
}

function wrap(property: string, text: string): JsonObject | null {
  return text === '' ? null : { [property]: text };
}

function populated(record: Record<string, Json>): Record<string, Json> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== ''));
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
