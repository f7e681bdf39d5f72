import { z } from 'zod';

/**
 * A line of the program's log. It holds names of calls and operations and codes of errors, and never what people or
 * services wrote: no name, no id, no path, no message.
 */
export const LogEntry = z.object({
  at: z.iso.datetime(),
  /** The program started, a long operation ended, a call was refused for a reason that is known, or for none that is. */
  what: z.enum(['started', 'operation', 'refused', 'fault']),
  name: z.string(),
  /** The version, `done`, or the code of an error. */
  outcome: z.string(),
  /** How long an operation took. */
  seconds: z.number().nonnegative().nullable(),
  /** Where in the program an unknown fault came from, as far as that is known. */
  frames: z.array(z.string()),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** What somebody who is to help has to know, with nothing of what the project is about. */
export const Diagnostics = z.object({
  madeAt: z.iso.datetime(),
  program: z.object({ version: z.string(), node: z.string(), electron: z.string().nullable() }),
  system: z.object({
    platform: z.string(),
    release: z.string(),
    architecture: z.string(),
    processors: z.int(),
    memoryMegabytes: z.int(),
    usedMegabytes: z.int(),
  }),
  project: z
    .object({
      practice: z.boolean(),
      readOnly: z.boolean(),
      fileMegabytes: z.number(),
      accounts: z.int(),
      customers: z.int(),
      states: z.record(z.string(), z.int()),
      runs: z.array(z.object({ status: z.string(), counts: z.record(z.string(), z.int()) })),
    })
    .nullable(),
  log: z.array(LogEntry),
});
export type Diagnostics = z.infer<typeof Diagnostics>;
