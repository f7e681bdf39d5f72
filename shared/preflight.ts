import { z } from 'zod';
import { Environment } from './datasets.ts';

/**
 * One thing that was looked at before an export. `good`: as it should be; `know`: worth knowing; `look`: something will be
 * missing or refused later; `stop`: an export or a write cannot go well. `advice` says what to do, `''` where nothing.
 */
export const Finding = z.object({
  id: z.string(),
  verdict: z.enum(['good', 'know', 'look', 'stop']),
  title: z.string(),
  advice: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** What was found out about one side's connection; `environment` is null where the service did not answer. */
export const SidePreflight = z.object({
  environment: Environment.nullable(),
  findings: z.array(Finding),
});
export type SidePreflight = z.infer<typeof SidePreflight>;

/** What was found out about both connections; null for a side that is not connected. */
export const Preflight = z.object({
  salesforce: SidePreflight.nullable(),
  quickbooks: SidePreflight.nullable(),
});
export type Preflight = z.infer<typeof Preflight>;
