import { z } from 'zod';
import { AccountId, CustomerId } from './ids.ts';

/** Why a bulk decision leaves an account out. `decided` are also those that are linked or written. */
export const LeftOut = z.enum([
  'decided',
  'conflict',
  'rejected-before',
  'undone-before',
  'changed-since',
  'link-problem',
  'no-customer',
  'customer-taken',
]);
export type LeftOut = z.infer<typeof LeftOut>;

/** What a bulk decision would decide, and how many accounts it would leave out, by reason. */
export const BulkPreview = z.object({
  decisions: z.array(z.object({ accountId: AccountId, customerId: CustomerId.nullable() })),
  leftOut: z.array(z.object({ why: LeftOut, count: z.int().positive() })),
});
export type BulkPreview = z.infer<typeof BulkPreview>;
