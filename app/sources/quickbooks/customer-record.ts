import { z } from 'zod';
import { CustomerId } from '#shared/ids.ts';
import { type Address, type Customer, noAddress } from '#shared/records.ts';
import { TextField, utcTime } from '../service/text.ts';

const Phone = z.looseObject({ FreeFormNumber: TextField }).nullish();
const Reference = z.looseObject({ value: TextField }).nullish();
const PostalAddress = z
  .looseObject({
    Line1: TextField,
    Line2: TextField,
    Line3: TextField,
    Line4: TextField,
    Line5: TextField,
    City: TextField,
    CountrySubDivisionCode: TextField,
    PostalCode: TextField,
    Country: TextField,
  })
  .nullish();

/** A QuickBooks id: digits. */
export const CustomerIdField = z.string().regex(/^\d+$/, 'is not a QuickBooks id').pipe(CustomerId);

/** QuickBooks leaves out what has no value; nothing but the id and the name is always there. */
const CustomerRow = z.looseObject({
  Id: CustomerIdField,
  SyncToken: TextField,
  DisplayName: z.string(),
  CompanyName: TextField,
  GivenName: TextField,
  FamilyName: TextField,
  PrintOnCheckName: TextField,
  PrimaryEmailAddr: z.looseObject({ Address: TextField }).nullish(),
  PrimaryPhone: Phone,
  Mobile: Phone,
  AlternatePhone: Phone,
  Fax: Phone,
  WebAddr: z.looseObject({ URI: TextField }).nullish(),
  BillAddr: PostalAddress,
  ShipAddr: PostalAddress,
  Active: z.boolean().optional(),
  ParentRef: Reference,
  Job: z.boolean().nullish(),
  IsProject: z.boolean().nullish(),
  Level: z.int().nonnegative().nullish(),
  FullyQualifiedName: TextField,
  Balance: z.number().nullish(),
  BalanceWithJobs: z.number().nullish(),
  CurrencyRef: Reference,
  ResaleNum: TextField,
  Taxable: z.boolean().nullish(),
  TaxExemptionReasonId: TextField,
  Notes: TextField,
  MetaData: z.looseObject({ CreateTime: TextField, LastUpdatedTime: TextField }).nullish(),
});

/**
 * A customer of ours from an element of QueryResponse.Customer.
 * See https://developer.intuit.com/app/developer/qbo/docs/api/accounting/all-entities/customer
 */
export const CustomerSchema: z.ZodType<Customer> = CustomerRow.transform(
  (row): Customer => ({
    id: row.Id,
    syncToken: row.SyncToken,
    displayName: row.DisplayName,
    companyName: row.CompanyName,
    givenName: row.GivenName,
    familyName: row.FamilyName,
    printOnCheckName: row.PrintOnCheckName,
    email: row.PrimaryEmailAddr?.Address ?? '',
    phone: row.PrimaryPhone?.FreeFormNumber ?? '',
    mobile: row.Mobile?.FreeFormNumber ?? '',
    alternatePhone: row.AlternatePhone?.FreeFormNumber ?? '',
    fax: row.Fax?.FreeFormNumber ?? '',
    website: row.WebAddr?.URI ?? '',
    billing: addressOf(row.BillAddr),
    shipping: addressOf(row.ShipAddr),
    active: row.Active ?? true,
    parentId: row.ParentRef?.value ?? '',
    job: row.Job ?? false,
    isProject: row.IsProject ?? false,
    level: row.Level ?? 0,
    fullyQualifiedName: row.FullyQualifiedName || row.DisplayName,
    balance: row.Balance ?? 0,
    balanceWithJobs: row.BalanceWithJobs ?? row.Balance ?? 0,
    currency: row.CurrencyRef?.value ?? '',
    resaleNumber: row.ResaleNum,
    taxable: row.Taxable ?? null,
    taxExemptionReason: row.TaxExemptionReasonId,
    notes: row.Notes,
    createdAt: utcTime(row.MetaData?.CreateTime ?? ''),
    lastModified: utcTime(row.MetaData?.LastUpdatedTime ?? ''),
  }),
);

function addressOf(address: z.infer<typeof PostalAddress>): Address {
  if (address === null || address === undefined) return noAddress;
  const { Line1, Line2, Line3, Line4, Line5 } = address;
  return {
    street: [Line1, Line2, Line3, Line4, Line5].filter((line) => line.trim() !== '').join('\n'),
    city: address.City,
    region: address.CountrySubDivisionCode,
    postalCode: address.PostalCode,
    country: address.Country,
  };
}
