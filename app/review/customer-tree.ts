import type { CustomerId } from '#shared/ids.ts';
import type { Customer } from '#shared/records.ts';
import type { CustomerTree, TreeEntry } from '#shared/review.ts';
import type { Ledger } from './ledger.ts';

type Customers = ReadonlyMap<CustomerId, Customer>;

/** So many customers beside, and so many below, are shown at most; a main customer may have thousands of jobs. */
const mostOfAKind = 12;
/** QuickBooks allows five levels. Data that go round in a circle end here, too. */
const mostLevels = 5;

/** Customers by the one above them, found once for all customers of a project. */
const known = new WeakMap<Customers, ReadonlyMap<CustomerId, CustomerId[]>>();

/**
 * The customers above this one, the highest first, and beside and below it, each with the account that has it: at most some
 * dozens. No entries for one that stands alone.
 */
export function customerTree(
  ledger: Pick<Ledger, 'customers' | 'accounts' | 'holdersOf'>,
  shown: Customer,
): CustomerTree {
  const { customers } = ledger;
  const children = childrenIn(customers);
  const above = ancestorsOf(customers, shown);
  const parent = above.at(-1);
  const isNew = (id: CustomerId) => id !== shown.id && above.every((one) => one.id !== id);
  const beside = (parent === undefined ? [] : (children.get(parent.id) ?? [])).filter(isNew);
  const below = (children.get(shown.id) ?? []).filter((id) => isNew(id) && !beside.includes(id));
  if (above.length + below.length === 0) return { entries: [], left: 0 };

  const entry = (id: CustomerId, relation: TreeEntry['relation'], depth: number): TreeEntry[] => {
    const customer = customers.get(id);
    if (customer === undefined) return [];
    const { displayName: name, active, balance, currency } = customer;
    const [accountId] = ledger.holdersOf(id);
    const holder =
      accountId === undefined ? null : { accountId, name: ledger.accounts.get(accountId)?.name ?? accountId };
    return [{ customerId: id, name, depth, relation, active, balance, currency, holder }];
  };
  const depth = above.length;
  return {
    entries: [
      ...above.flatMap(({ id }, level) => entry(id, 'above', level)),
      ...entry(shown.id, 'shown', depth),
      ...below.slice(0, mostOfAKind).flatMap((id) => entry(id, 'below', depth + 1)),
      ...beside.slice(0, mostOfAKind).flatMap((id) => entry(id, 'beside', depth)),
    ],
    left: Math.max(0, below.length - mostOfAKind) + Math.max(0, beside.length - mostOfAKind),
  };
}

/** The highest of the customers that this one belongs with, itself if that is the highest; null for one that stands alone. */
export function topOf(customers: Customers, customer: Customer): Customer | null {
  const [highest] = ancestorsOf(customers, customer);
  if (highest === undefined) return childrenIn(customers).has(customer.id) ? customer : null;
  return highest;
}

function ancestorsOf(customers: Customers, shown: Customer): Customer[] {
  const above: Customer[] = [];
  let parent = customers.get(shown.parentId as CustomerId);
  while (parent !== undefined && parent !== shown && !above.includes(parent) && above.length < mostLevels) {
    above.unshift(parent);
    parent = customers.get(parent.parentId as CustomerId);
  }
  return above;
}

function childrenIn(customers: Customers): ReadonlyMap<CustomerId, CustomerId[]> {
  const found = known.get(customers);
  if (found !== undefined) return found;
  const children = new Map<CustomerId, CustomerId[]>();
  for (const { id, parentId } of customers.values()) {
    if (parentId === '') continue;
    const siblings = children.get(parentId as CustomerId);
    if (siblings === undefined) children.set(parentId as CustomerId, [id]);
    else siblings.push(id);
  }
  known.set(customers, children);
  return children;
}
