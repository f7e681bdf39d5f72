import { type Address, noAddress } from '#shared/records.ts';
import type { TableRow } from './table-row.ts';
import { parseAddress } from './values/postal-address.ts';

type Kind = 'billing' | 'shipping';
type AddressField = `${Kind}${'Street' | 'City' | 'State' | 'PostalCode' | 'Country' | 'Address'}`;

/**
 * The address of one kind: from the columns of its parts where the row fills any, else taken apart from the columns
 * that hold it as a whole. `names` are those of the customer, which QuickBooks repeats in the first line.
 */
export function addressOf(row: TableRow<AddressField>, kind: Kind, names: readonly string[]): Address {
  const street = row.texts(`${kind}Street`).join('\n');
  const city = row.text(`${kind}City`);
  const region = row.text(`${kind}State`);
  const postalCode = row.text(`${kind}PostalCode`);
  const country = row.text(`${kind}Country`);
  const whole = row.texts(`${kind}Address`).join('\n');
  if (street === '' && city === '' && region === '' && postalCode === '' && country === '') {
    return whole === '' ? noAddress : parseAddress(whole, names);
  }
  return { street: street === '' ? whole : street, city, region, postalCode, country };
}
