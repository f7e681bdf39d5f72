import type { CustomerTree } from '#shared/review.ts';
import { formatCounted } from '../../format/numbers.ts';

/**
 * What it means that the customer shown is one of several that belong together: a link concerns one customer only, so it
 * matters which. `''` where there is nothing to choose.
 */
export function treeHint({ entries, left }: CustomerTree, proposesSubCustomers: boolean): string {
  const parent = entries.findLast(({ relation }) => relation === 'above');
  const below = entries.filter(({ relation }) => relation === 'below').length;
  if (parent !== undefined) {
    const holder =
      parent.holder === null
        ? `${parent.name} has no account`
        : `${parent.name} is with ${parent.holder.name}`;
    const rule = proposesSubCustomers ? '' : ' This project proposes no sub-customers.';
    return `This is a sub-customer, and a link concerns it alone. ${holder}.${rule}`;
  }
  if (below === 0) return '';
  const many = left > 0 ? 'those' : `the ${formatCounted(below, 'sub-customer')}`;
  return `A link concerns this customer, not ${many} below it.`;
}
