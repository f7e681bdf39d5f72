import type { CreationRecord } from '#app/project/index.ts';
import type { CurrentLink } from '#app/sources/index.ts';
import { type NewCustomer, NewCustomerField } from '#shared/creating.ts';
import type { Customer } from '#shared/records.ts';
import { taxExemptionLabel } from '#shared/tax-exemption.ts';
import { nameKey } from './name-space.ts';

/** So far may the clocks of this machine and of QuickBooks be apart, in milliseconds. */
const clockDifference = 10 * 60_000;

/**
 * Why a customer must not be created now, as its account is read again right before; null where it may. `isInForce` says
 * whether the person's decision still counts. Pure.
 */
export function refusalOf(
  creation: CreationRecord,
  account: CurrentLink | undefined,
  isInForce: boolean,
): string | null {
  if (!isInForce) return 'The decision to create it was taken back since this run was started.';
  if (account === undefined) return 'The account no longer exists in Salesforce (deleted or merged).';
  if (account.link.customerId !== '') {
    return `The account carries id ${account.link.customerId} in Salesforce now: somebody linked it meanwhile.`;
  }
  const { accountModstamp } = creation;
  if (accountModstamp !== '' && Date.parse(account.systemModstamp) !== Date.parse(accountModstamp)) {
    return 'The account was changed in Salesforce since the export. Export again and look at it once more.';
  }
  return null;
}

/**
 * Whether a customer that was found by its name is the one that was sent and never answered for: it has what was sent, and
 * was not there before. Pure.
 */
export function isTheOneSent(customer: Customer, { fields, sentAt }: CreationRecord): boolean {
  if (nameKey(customer.displayName) !== nameKey(fields.displayName)) return false;
  if (!(Date.parse(customer.createdAt) >= Date.parse(sentAt) - clockDifference)) return false;
  const found = fieldsOf(customer);
  // QuickBooks fills in whether a customer is taxed where that was not said.
  return NewCustomerField.options.every(
    (field) => field === 'displayName' || fields[field] === '' || found[field] === fields[field],
  );
}

function fieldsOf(customer: Customer): NewCustomer {
  const { billing, shipping } = customer;
  return {
    displayName: customer.displayName,
    companyName: customer.companyName,
    printOnCheckName: customer.printOnCheckName,
    phone: customer.phone,
    email: customer.email,
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
    resaleNumber: customer.resaleNumber,
    taxable: customer.taxable === null ? '' : customer.taxable ? 'yes' : 'no',
    taxExemptionReason:
      customer.taxExemptionReason === '' ? '' : taxExemptionLabel(customer.taxExemptionReason),
  };
}
