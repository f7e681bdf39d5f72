import { z } from 'zod';

/** Preferences by name, each as JSON text; what a text means is the screen's own matter. */
export const Preferences = z.record(z.string().min(1).max(100), z.string().max(100_000));
export type Preferences = z.infer<typeof Preferences>;
