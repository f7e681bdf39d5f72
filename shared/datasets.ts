import { z } from 'zod';
import { AccountChoice, allAccounts } from './account-choice.ts';

/** Which organisation a live dataset belongs to; a write goes to this organisation and no other. */
export const Environment = z.enum(['production', 'sandbox', 'practice']);
export type Environment = z.infer<typeof Environment>;

/**
 * A dataset exported over a connection. `organisationId` is the org id or the realm id. `choice` says which accounts were
 * asked for; customers are always all.
 */
export const ServiceOrigin = z.object({
  kind: z.literal('service'),
  organisationId: z.string().min(1),
  organisationName: z.string(),
  environment: Environment,
  choice: AccountChoice.default(allAccounts),
});
export type ServiceOrigin = z.infer<typeof ServiceOrigin>;

/**
 * A dataset read from a file. Without an id column (`hasIds: false`) records are keyed by what the file has:
 * customers by DisplayName, which QuickBooks keeps unique; accounts by `row-N`, which serves for matching only.
 */
export const FileOrigin = z.object({
  kind: z.literal('file'),
  fileName: z.string().min(1),
  hasIds: z.boolean(),
});
export type FileOrigin = z.infer<typeof FileOrigin>;

export const Origin = z.discriminatedUnion('kind', [ServiceOrigin, FileOrigin]);
export type Origin = z.infer<typeof Origin>;

export const Side = z.enum(['salesforce', 'quickbooks']);
export type Side = z.infer<typeof Side>;

/** What is known of one side's dataset in a project. `exportedAt` is ISO 8601. */
export const DatasetInfo = z.object({
  side: Side,
  origin: Origin,
  exportedAt: z.string(),
  count: z.int().nonnegative(),
  problems: z.array(z.string()),
});
export type DatasetInfo = z.infer<typeof DatasetInfo>;
