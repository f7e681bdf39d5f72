import { AccountId, CustomerId } from '#shared/ids.ts';
import { type Account, type Address, bareAccount, bareCustomer, type Customer } from '#shared/records.ts';
import { comparisonRows } from '../evidence/comparison-rows.ts';
import { difference, type Stretch } from '../evidence/difference.ts';

/** A field of a record as the conflict shows it; `marks` tells what differs from the other record, null where nothing does. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly marks: readonly Stretch[] | null;
}

const shownRows: readonly string[] = ['Name', 'E-mail', 'Phone'];

const placeOf = ({ city, region }: Address) => [city, region].filter(Boolean).join(', ');

/** The main fields of both records, those that are most alike where there are several of a kind. */
function bothSides(account: Account, customer: Customer) {
  const rows = comparisonRows(account, customer)
    .filter(({ label }) => shownRows.includes(label))
    .map((row) => ({ ...row, account: row.account[0] ?? '', customer: row.customer[0] ?? '' }));
  const place = { label: 'Place', account: placeOf(account.billing), customer: placeOf(customer.billing) };
  return [...rows, { ...place, counts: /./su }];
}

function factsOf(account: Account, customer: Customer, of: 'account' | 'customer'): Fact[] {
  return bothSides(account, customer).flatMap((row): Fact[] => {
    const [own, other] = of === 'account' ? [row.account, row.customer] : [row.customer, row.account];
    if (own === '') return [];
    const marks = other === '' ? null : difference(own, other, row.counts).left;
    return [{ label: row.label, text: own, marks }];
  });
}

const noCustomer = bareCustomer(CustomerId.parse('none'), '');
const noAccount = bareAccount(AccountId.parse('none'), '');

/** An account's main fields, marked where the customer reads otherwise; without one nothing is marked. */
export function accountFacts(account: Account, customer: Customer | null): Fact[] {
  return factsOf(account, customer ?? noCustomer, 'account');
}

/** A customer's main fields, marked where the account reads otherwise; without one nothing is marked. */
export function customerFacts(customer: Customer, account: Account | null): Fact[] {
  return factsOf(account ?? noAccount, customer, 'customer');
}
