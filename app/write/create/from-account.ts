import type { NewCustomer } from '#shared/creating.ts';
import type { Account } from '#shared/records.ts';

/**
 * The fields of a new customer as an account has them, by the managed package's mapping (the table in its documentation),
 * before they are made to fit. The e-mail address is not in that table: it is given `withEmail` only. Pure.
 */
export function fromAccount(account: Account, withEmail: boolean): NewCustomer {
  const { name, billing, shipping } = account;
  return {
    displayName: name,
    companyName: name,
    printOnCheckName: name,
    phone: account.phone,
    email: withEmail ? (account.emails[0] ?? '') : '',
    billingStreet: billing.street,
    billingCity: billing.city,
    billingRegion: billing.region,
    billingPostalCode: billing.postalCode,
    billingCountry: billing.country,
    shippingStreet: shipping.street,
    shippingCity: shipping.city,
    shippingRegion: shipping.region,
    shippingPostalCode: shipping.postalCode,
    shippingCountry: shipping.country,
    resaleNumber: account.resaleNumber,
    taxable: account.taxable === null ? '' : account.taxable ? 'yes' : 'no',
    taxExemptionReason: account.taxExemptionReason,
  };
}
