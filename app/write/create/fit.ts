import { type FieldChange, type NewCustomer, NewCustomerField } from '#shared/creating.ts';
import { fitPhone } from './fit-phone.ts';
import { fitStreet } from './fit-street.ts';
import { fitReason, fitTaxable } from './fit-tax.ts';
import { type Fitted, fitLine, fitName, plain } from './fit-text.ts';

const upTo = (most: number) => (text: string) => fitLine(text, most);

/**
 * How each field is made to fit. Lengths are those of Customer in the API reference of QuickBooks Online Accounting; a
 * display name may have 500 characters there, but longer ones than 100 are refused by real companies.
 */
const fits: Record<NewCustomerField, (text: string) => Fitted> = {
  displayName: (text) => fitName(text, 100),
  companyName: (text) => fitName(text, 100),
  printOnCheckName: (text) => fitName(text, 110),
  phone: fitPhone,
  email: fitEmail,
  billingStreet: fitStreet,
  billingCity: upTo(255),
  billingRegion: upTo(255),
  billingPostalCode: upTo(30),
  billingCountry: upTo(255),
  shippingStreet: fitStreet,
  shippingCity: upTo(255),
  shippingRegion: upTo(255),
  shippingPostalCode: upTo(30),
  shippingCountry: upTo(255),
  resaleNumber: upTo(16),
  taxable: fitTaxable,
  taxExemptionReason: fitReason,
};

/** A field's value as QuickBooks takes it. Fitting what fits changes nothing. Pure. */
export function fitField(field: NewCustomerField, text: string): Fitted {
  return fits[field](text);
}

/** All fields as QuickBooks takes them, and what was done to each. Pure. */
export function fitCustomer(given: NewCustomer): { fields: NewCustomer; changes: FieldChange[] } {
  const fields = { ...given };
  const changes: FieldChange[] = [];
  for (const field of NewCustomerField.options) {
    const fitted = fitField(field, given[field]);
    fields[field] = fitted.value;
    changes.push(...fitted.changes.map((message) => ({ field, message })));
  }
  return { fields, changes };
}

function fitEmail(text: string): Fitted {
  const address = plain(text);
  if (address === '') return { value: '', changes: [] };
  if (!/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(address))
    return { value: '', changes: ['is no e-mail address, left out'] };
  return address.length <= 100
    ? { value: address, changes: [] }
    : { value: '', changes: ['longer than 100 characters, left out'] };
}
