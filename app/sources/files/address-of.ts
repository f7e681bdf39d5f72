import { type Address, noAddress } from '#shared/records.ts';
import type { Fields } from './fields.ts';
import type { Row } from './rows.ts';
import { parseAddress } from './values/postal-address.ts';

type Kind = 'billing' | 'shipping';
type AddressField = `${Kind}${'Street' | 'City' | 'State' | 'PostalCode' | 'Country' | 'Address'}`;

/**
 * Reads the address of one kind: from the columns of its parts where the row fills any, else taken apart from the
 * columns that hold it as a whole. `names` gives those of the record, which QuickBooks repeats in the first line.
 */
export function addressReader<F extends string>(
  fields: Fields<F | AddressField>,
  kind: Kind,
): (row: Row, names: () => readonly string[]) => Address {
  const streets = fields.texts(`${kind}Street`);
  const city = fields.text(`${kind}City`);
  const region = fields.text(`${kind}State`);
  const postalCode = fields.text(`${kind}PostalCode`);
  const country = fields.text(`${kind}Country`);
  const whole = fields.texts(`${kind}Address`);
  return (row, names) => {
    const address = {
      street: joined(streets(row)),
      city: city(row),
      region: region(row),
      postalCode: postalCode(row),
      country: country(row),
    };
    if (!isBlank(address)) {
      if (address.street === '') address.street = joined(whole(row));
      return address;
    }
    const text = joined(whole(row));
    return text === '' ? noAddress : parseAddress(text, names());
  };
}

function isBlank({ street, city, region, postalCode, country }: Address): boolean {
  return street === '' && city === '' && region === '' && postalCode === '' && country === '';
}

function joined(lines: readonly string[]): string {
  return lines.length === 1 ? (lines[0] ?? '') : lines.join('\n');
}
