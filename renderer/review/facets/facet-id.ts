import { z } from 'zod';

/** What the table can be narrowed by, beside the text and the score. */
export const FacetId = z.enum([
  'state',
  'band',
  'reason',
  'name',
  'email',
  'phone',
  'website',
  'address',
  'owner',
  'city',
  'balance',
  'inactive',
  'sub-customer',
  'commented',
]);
export type FacetId = z.infer<typeof FacetId>;
