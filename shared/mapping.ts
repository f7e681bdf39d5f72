import type { Account, Address, Customer } from './records.ts';
import { sameTaxExemption, taxExemptionLabel } from './tax-exemption.ts';

/**
 * The managed package's field mapping (the seed's table). It says which customer fields the package's next sync
 * overwrites once an account carries the customer's id, and with what.
 */
interface MappedField {
  readonly label: string;
  readonly fromAccount: (account: Account) => string;
  readonly ofCustomer: (customer: Customer) => string;
  /** Whether two texts mean the same; without it only equal ones do. */
  readonly same?: (account: string, customer: string) => boolean;
}

const yesOrNo = (flag: boolean | null): string => (flag === null ? '' : flag ? 'yes' : 'no');

const addressFields = (
  kind: 'Billing' | 'Shipping',
  ofAccount: (account: Account) => Address,
  ofCustomer: (customer: Customer) => Address,
): MappedField[] =>
  (
    [
      ['street', 'street'],
      ['city', 'city'],
      ['state', 'region'],
      ['postal code', 'postalCode'],
      ['country', 'country'],
    ] as const
  ).map(([label, key]) => ({
    label: `${kind} ${label}`,
    fromAccount: (account) => ofAccount(account)[key],
    ofCustomer: (customer) => ofCustomer(customer)[key],
  }));

const mappedFields: readonly MappedField[] = [
  { label: 'Display name', fromAccount: (a) => a.name, ofCustomer: (c) => c.displayName },
  { label: 'Company name', fromAccount: (a) => a.name, ofCustomer: (c) => c.companyName },
  { label: 'Name on checks', fromAccount: (a) => a.name, ofCustomer: (c) => c.printOnCheckName },
  { label: 'Phone', fromAccount: (a) => a.phone, ofCustomer: (c) => c.phone },
  ...addressFields(
    'Billing',
    (a) => a.billing,
    (c) => c.billing,
  ),
  ...addressFields(
    'Shipping',
    (a) => a.shipping,
    (c) => c.shipping,
  ),
  { label: 'Resale number', fromAccount: (a) => a.resaleNumber, ofCustomer: (c) => c.resaleNumber },
  { label: 'Taxable', fromAccount: (a) => yesOrNo(a.taxable), ofCustomer: (c) => yesOrNo(c.taxable) },
  {
    label: 'Tax exemption reason',
    fromAccount: (a) => a.taxExemptionReason,
    ofCustomer: (c) => taxExemptionLabel(c.taxExemptionReason),
    same: sameTaxExemption,
  },
];

/** One field of a customer that the package's next sync would change. */
export interface Overwrite {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** The customer's fields that the next sync overwrites with a different, non-blank value of the account. */
export function overwrites(account: Account, customer: Customer): Overwrite[] {
  return mappedFields.flatMap(({ label, fromAccount, ofCustomer, same }) => {
    const from = ofCustomer(customer);
    const to = fromAccount(account);
    const stays = to === '' || to === from || (same?.(to, from) ?? false);
    return stays ? [] : [{ label, from, to }];
  });
}
