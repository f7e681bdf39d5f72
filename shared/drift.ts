import { z } from 'zod';
import { Side } from './datasets.ts';
import { AccountId, CustomerId } from './ids.ts';

/** What became of a record between two exports. */
export const DriftKind = z.enum(['new', 'changed', 'gone']);
export type DriftKind = z.infer<typeof DriftKind>;

/** A field of a record that reads otherwise than in the export before; `field` is its name in the record. */
export const FieldChange = z.object({ field: z.string(), before: z.string(), after: z.string() });
export type FieldChange = z.infer<typeof FieldChange>;

/**
 * Why an account is gone: deleted, merged into another one, or still there and only outside of what was exported.
 * `unknown` where the service was not asked or knows nothing of it.
 */
export const Fate = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deleted') }),
  z.object({ kind: z.literal('merged'), into: AccountId }),
  z.object({ kind: z.literal('left-out') }),
  z.object({ kind: z.literal('unknown') }),
]);
export type Fate = z.infer<typeof Fate>;

/** A record that came, went or changed with an export. `changes` of one that is gone tell all that it said, becoming blank. */
export const DriftRecord = z.object({
  side: Side,
  id: z.string(),
  kind: DriftKind,
  name: z.string(),
  changes: z.array(FieldChange),
  fate: Fate,
});
export type DriftRecord = z.infer<typeof DriftRecord>;

const Count = z.int().nonnegative();
export const DriftCounts = z.record(DriftKind, Count);
export type DriftCounts = z.infer<typeof DriftCounts>;

/**
 * What the last export or import found against the one before, record by record under the same id. Times are ISO 8601.
 */
export const DriftReport = z.object({
  at: z.string(),
  since: z.string(),
  salesforce: DriftCounts,
  quickbooks: DriftCounts,
});
export type DriftReport = z.infer<typeof DriftReport>;

/**
 * What an export did to a decision or a link since the person last said something of the account.
 * - `customer-gone`, `customer-inactive`: the customer that it is linked to or confirmed for.
 * - `link-changed`: somebody else set, changed or removed the id that the account carries; `''` is none.
 * - `pair-changed`: what both records of a confirmed pair say is no longer what was decided on.
 * - `merged-in`: another account, which had this customer, was merged into this one.
 */
export const DriftEffect = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('customer-gone'),
    customerId: CustomerId,
    name: z.string(),
    linked: z.boolean(),
  }),
  z.object({
    kind: z.literal('customer-inactive'),
    customerId: CustomerId,
    name: z.string(),
    linked: z.boolean(),
  }),
  z.object({
    kind: z.literal('link-changed'),
    before: z.string(),
    after: z.string(),
    beforeName: z.string(),
    afterName: z.string(),
  }),
  z.object({
    kind: z.literal('pair-changed'),
    account: z.array(FieldChange),
    customer: z.array(FieldChange),
  }),
  z.object({
    kind: z.literal('merged-in'),
    accountId: AccountId,
    name: z.string(),
    customerId: CustomerId,
    customerName: z.string(),
  }),
]);
export type DriftEffect = z.infer<typeof DriftEffect>;
