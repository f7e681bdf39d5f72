import { type FittedField, type NewCustomer, NewCustomerField } from '#shared/creating.ts';
import { fitEmail } from '../create/fit-email.ts';
import { type Fitted, fitLine } from '../create/fit-text.ts';
import { fitYesOrNo } from '../create/fit-yes-or-no.ts';
import { fitName } from './fit-name.ts';
import { fitPhone } from './fit-phone.ts';
import { fitReason } from './fit-reason.ts';
import { fitStreet } from './fit-street.ts';

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
  email: (text) => fitEmail(text, 100),
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
  taxable: fitYesOrNo,
  taxExemptionReason: fitReason,
};

/** A field's value as QuickBooks takes it. Fitting what fits changes nothing. Pure. */
export function fitField(field: NewCustomerField, text: string): Fitted {
  return fits[field](text);
}

/** All fields as QuickBooks takes them, and what was done to each. Pure. */
export function fitCustomer(given: NewCustomer): { fields: NewCustomer; changes: FittedField[] } {
  const fields = { ...given };
  const changes: FittedField[] = [];
  for (const field of NewCustomerField.options) {
    const fitted = fitField(field, given[field]);
    fields[field] = fitted.value;
    changes.push(...fitted.changes.map((message) => ({ field, message })));
  }
  return { fields, changes };
}
