import type { NewCustomer } from '#shared/creating.ts';
import { taxExemptionId } from '#shared/tax-exemption.ts';

type Part = string | boolean | Readonly<Record<string, string>>;

/**
 * A new customer as QuickBooks is sent it: only what has a value, and never an `Id` or a `SyncToken`, which would make it
 * an update. `IsProject` is read-only and `Job` is false unless it is said, so neither is sent. Pure.
 * See https://developer.intuit.com/app/developer/qbo/docs/api/accounting/all-entities/customer
 */
export function customerBody(fields: NewCustomer): Record<string, Part> {
  const reason = taxExemptionId(fields.taxExemptionReason);
  const given: Record<string, Part> = {
    Active: true,
    DisplayName: fields.displayName,
    CompanyName: fields.companyName,
    PrintOnCheckName: fields.printOnCheckName,
    PrimaryPhone: filled({ FreeFormNumber: fields.phone }),
    PrimaryEmailAddr: filled({ Address: fields.email }),
    BillAddr: address(fields, 'billing'),
    ShipAddr: address(fields, 'shipping'),
    ResaleNum: fields.resaleNumber,
    ...(fields.taxable === '' ? {} : { Taxable: fields.taxable === 'yes' }),
    TaxExemptionReasonId: reason ?? '',
  };
  return Object.fromEntries(Object.entries(given).filter(([, part]) => !isEmpty(part)));
}

function address(fields: NewCustomer, kind: 'billing' | 'shipping'): Record<string, string> {
  const lines = fields[`${kind}Street`].split('\n').map((line, place) => [`Line${place + 1}`, line]);
  return filled({
    ...Object.fromEntries(lines),
    City: fields[`${kind}City`],
    CountrySubDivisionCode: fields[`${kind}Region`],
    PostalCode: fields[`${kind}PostalCode`],
    Country: fields[`${kind}Country`],
  });
}

function filled(parts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
}

function isEmpty(part: Part): boolean {
  return part === '' || (typeof part === 'object' && Object.keys(part).length === 0);
}
