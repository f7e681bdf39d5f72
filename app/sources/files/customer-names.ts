import type { CustomerField } from './columns/customer-layout.ts';
import type { FieldOf, Fields } from './fields.ts';
import { splitPersonName } from './values/person-name.ts';

/** The names of a customer, and what its display name says of where it stands. */
export interface CustomerNames {
  /** The name as the file gives it; reports write a sub-customer as `Parent:Job`, the API never does. */
  readonly key: string;
  readonly displayName: string;
  /** The whole name of the parent, `''` where the display name has none. */
  readonly parent: string;
  /** How many parents stand above. */
  readonly depth: number;
  readonly fullyQualifiedName: string;
  readonly companyName: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** Reads the names of a customer; those of a contact in one cell are taken apart where no others are given. */
export function customerNamesReader(fields: Fields<CustomerField>): FieldOf<CustomerNames> {
  const keyOf = fields.text('displayName');
  const fullyQualifiedName = fields.text('fullyQualifiedName');
  const companyName = fields.text('companyName');
  const givenNameOf = fields.text('givenName');
  const familyNameOf = fields.text('familyName');
  const contactName = fields.text('contactName');
  return (row) => {
    const key = keyOf(row);
    const path = key.includes(':') ? key.split(':').map((part) => part.trim()) : [key];
    const givenName = givenNameOf(row);
    const familyName = familyNameOf(row);
    const contact = splitPersonName(contactName(row));
    return {
      key,
      displayName: path.at(-1) ?? '',
      parent: path.slice(0, -1).join(':'),
      depth: path.length - 1,
      fullyQualifiedName: fullyQualifiedName(row) || key,
      companyName: companyName(row),
      givenName: givenName || (familyName === '' ? contact.givenName : ''),
      familyName: familyName || (givenName === '' ? contact.familyName : ''),
    };
  };
}
