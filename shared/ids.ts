import { z } from 'zod';

/** Identity of an account: the 18-character Salesforce id, or the key a file gives (see {@link FileOrigin}). */
export const AccountId = z.string().min(1).max(500).brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;

/** Identity of a customer: the QuickBooks id (digits), or its DisplayName where a file carries no id. */
export const CustomerId = z.string().min(1).max(500).brand<'CustomerId'>();
export type CustomerId = z.infer<typeof CustomerId>;

/** Identity of a run (one export, match, write, create or undo); unique in its project file, rising. */
export const RunId = z.int().positive().brand<'RunId'>();
export type RunId = z.infer<typeof RunId>;
