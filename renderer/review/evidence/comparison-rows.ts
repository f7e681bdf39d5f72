import { CustomerId } from '#shared/ids.ts';
import { type Account, type Address, bareCustomer, type Customer } from '#shared/records.ts';
import { sameTaxExemption, taxExemptionLabel } from '#shared/tax-exemption.ts';
import { difference } from './difference.ts';

/** One line of the side-by-side comparison: what each side has of one kind, the two most alike first. */
export interface ComparisonRow {
  readonly label: string;
  readonly account: readonly string[];
  readonly customer: readonly string[];
  /** Which letters count when the first two values are compared. */
  readonly counts: RegExp;
}

const anyLetter = /./su;
const digit = /\d/;

/** An address on one line: street, place, region and postal code, country. */
export function addressLine({ street, city, region, postalCode, country }: Address): string {
  const place = [city, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [street.replace(/\s*\n\s*/g, ', '), place, country].filter(Boolean).join(', ');
}

const noCustomer = bareCustomer(CustomerId.parse('none'), '');

const known = (values: readonly string[]) => [...new Set(values.filter((value) => value !== ''))];

/** Puts the two values that are most alike at the head of both lists. */
function bestFirst(
  account: readonly string[],
  customer: readonly string[],
  counts: RegExp,
): [string[], string[]] {
  let best = { left: 0, right: 0, likeness: -1 };
  account.forEach((left, leftIndex) => {
    customer.forEach((right, rightIndex) => {
      const { likeness } = difference(left, right, counts);
      if (likeness > best.likeness) best = { left: leftIndex, right: rightIndex, likeness };
    });
  });
  const lift = (values: readonly string[], index: number) =>
    values.length === 0 ? [] : [values[index] ?? '', ...values.filter((_, other) => other !== index)];
  return [lift(account, best.left), lift(customer, best.right)];
}

/** A web address without what says nothing of whose it is: the protocol, "www." and a slash at the end. */
const siteText = (address: string) =>
  address
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '');

/** The shipping address, blank where it only repeats the billing address. */
function ownShipping({ billing, shipping }: Pick<Account, 'billing' | 'shipping'>): string {
  const line = addressLine(shipping);
  return line === addressLine(billing) ? '' : line;
}

/** Both reasons for paying no tax, in one word where they mean the same: QuickBooks has an id, Salesforce a label. */
function exemptions(account: Account, customer: Customer): [string, string] {
  const label = taxExemptionLabel(customer.taxExemptionReason);
  const own = account.taxExemptionReason;
  return [own, label !== '' && sameTaxExemption(own, label) ? own : label];
}

/** An e-mail field of QuickBooks may hold several addresses, separated by commas, semicolons or spaces. */
const addresses = (field: string) => field.split(/[\s,;]+/);

/**
 * Account and customer side by side, a line a kind of field; kinds that neither side has are left out. Without a
 * customer the account stands alone.
 */
export function comparisonRows(account: Account, maybeCustomer: Customer | null): ComparisonRow[] {
  const customer = maybeCustomer ?? noCustomer;
  const [accountExemption, customerExemption] = exemptions(account, customer);
  const person = [customer.givenName, customer.familyName].filter(Boolean).join(' ');
  const alike: readonly [string, readonly string[], readonly string[], RegExp?][] = [
    ['E-mail', account.emails, addresses(customer.email)],
    [
      'Phone',
      [account.phone, ...account.otherPhones],
      [customer.phone, customer.mobile, customer.alternatePhone, customer.fax],
      digit,
    ],
    ['Website', [siteText(account.website)], [siteText(customer.website)]],
    ['Billing', [addressLine(account.billing)], [addressLine(customer.billing)]],
    ['Shipping', [ownShipping(account)], [ownShipping(customer)]],
    ['Exempt', [accountExemption], [customerExemption]],
  ];
  const names: ComparisonRow = {
    label: 'Name',
    account: [account.name],
    customer: known([customer.displayName, customer.companyName, person]),
    counts: anyLetter,
  };
  return [
    names,
    ...alike
      .map(([label, left, right, counts = anyLetter]) => {
        const [first, second] = bestFirst(known(left), known(right), counts);
        return { label, account: first, customer: second, counts };
      })
      .filter((row) => row.account.length + row.customer.length > 0),
  ];
}
