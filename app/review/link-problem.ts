import type { Customer } from '#shared/records.ts';

/** What is known of a link that an account carries. */
export interface KnownLink {
  readonly customer: Pick<Customer, 'active'>;
  /** The other accounts that carry the same id, by name; null for none. */
  readonly others: string | null;
  /** How both records speak against the link; null where they do not. */
  readonly doubt: string | null;
}

/** What is wrong with a link, in a sentence a problem; `''` where nothing is. */
export function linkProblemOf({ customer, others, doubt }: KnownLink): string {
  return [
    ...(others === null ? [] : [`Also linked to ${others}`]),
    ...(customer.active ? [] : ['The linked customer is inactive']),
    ...(doubt === null ? [] : [`Both records speak against this link: ${doubt}`]),
  ].join('. ');
}
