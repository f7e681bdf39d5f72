import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AccountId, CustomerId } from '#shared/ids.ts';
import { type Account, bareAccount, bareCustomer, type Customer } from '#shared/records.ts';

/** A published set with its truth: account id and customer id of each true pair, joined with a tab. */
export interface LinkageSet {
  readonly name: string;
  readonly accounts: readonly Account[];
  readonly customers: readonly Customer[];
  readonly truth: ReadonlySet<string>;
}

export const linkageSets = [
  'chicago_ece_cps_x_find',
  'febrl3_1to1',
  'splink_fake_1000',
  'senzing_truthset',
] as const;
export type LinkageSetName = (typeof linkageSets)[number];

const AccountRow = z.object({
  Id: AccountId,
  Name: z.string(),
  Email: z.string(),
  Phone: z.string(),
  Website: z.string(),
  BillingStreet: z.string(),
  BillingCity: z.string(),
  BillingState: z.string(),
  BillingPostalCode: z.string(),
  BillingCountry: z.string(),
});

const CustomerRow = z.object({
  Id: CustomerId,
  DisplayName: z.string(),
  PrimaryEmailAddr: z.string(),
  PrimaryPhone: z.string(),
  WebAddr: z.string(),
  BillAddrLine1: z.string(),
  BillAddrCity: z.string(),
  BillAddrCountrySubDivisionCode: z.string(),
  BillAddrPostalCode: z.string(),
  BillAddrCountry: z.string(),
});

const TruthRow = z.object({ account_id: AccountId, customer_id: CustomerId });

function toAccount(row: z.infer<typeof AccountRow>): Account {
  return {
    ...bareAccount(row.Id, row.Name),
    phone: row.Phone,
    emails: row.Email === '' ? [] : [row.Email],
    website: row.Website,
    billing: {
      street: row.BillingStreet,
      city: row.BillingCity,
      region: row.BillingState,
      postalCode: row.BillingPostalCode,
      country: row.BillingCountry,
    },
  };
}

function toCustomer(row: z.infer<typeof CustomerRow>): Customer {
  return {
    ...bareCustomer(row.Id, row.DisplayName),
    phone: row.PrimaryPhone,
    email: row.PrimaryEmailAddr,
    website: row.WebAddr,
    billing: {
      street: row.BillAddrLine1,
      city: row.BillAddrCity,
      region: row.BillAddrCountrySubDivisionCode,
      postalCode: row.BillAddrPostalCode,
      country: row.BillAddrCountry,
    },
  };
}

/** The key of a pair in a truth. */
export const pairKey = (accountId: string, customerId: string): string => `${accountId}\t${customerId}`;

/** Reads one of the published sets from tests/fixtures/linkage. */
export function readLinkageSet(name: LinkageSetName): LinkageSet {
  const rows = (file: string): unknown =>
    parse(readFileSync(new URL(`../fixtures/linkage/${name}/${file}`, import.meta.url)), {
      columns: true,
      bom: true,
    });
  const truth = z.array(TruthRow).parse(rows('truth.csv'));
  return {
    name,
    accounts: z.array(AccountRow).parse(rows('accounts.csv')).map(toAccount),
    customers: z.array(CustomerRow).parse(rows('customers.csv')).map(toCustomer),
    truth: new Set(truth.map(({ account_id, customer_id }) => pairKey(account_id, customer_id))),
  };
}

/** The set with its addresses withheld: the chicago labels were made largely from the address. */
export function withoutAddress(set: LinkageSet): LinkageSet {
  const blank = { street: '', city: '', region: '', postalCode: '', country: '' };
  return {
    ...set,
    name: `${set.name}, name and phone`,
    accounts: set.accounts.map((account) => ({ ...account, billing: blank })),
    customers: set.customers.map((customer) => ({ ...customer, billing: blank })),
  };
}
