import { z } from 'zod';

/**
 * The way of one record through a run: `planned` → `sent` → `done` | `failed` | `refused` | `unknown`.
 * `unknown` was sent and never answered; it is settled by reading the record before anything is sent again.
 */
export const JournalState = z.enum(['planned', 'sent', 'done', 'failed', 'refused', 'unknown']);
export type JournalState = z.infer<typeof JournalState>;
