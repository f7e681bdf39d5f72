import { z } from 'zod';
import type { Exchange } from './failure.ts';

const Refusal = z.looseObject({ error: z.string(), error_description: z.string().catch('') });

/** The token endpoint's reason for refusing; null where it gave none, for then the call itself failed. */
export function refusalIn({ response, broken }: Exchange): z.infer<typeof Refusal> | null {
  if (broken !== null || response === null) return null;
  if (response.statusCode < 400 || response.statusCode >= 500) return null;
  try {
    const refusal = Refusal.safeParse(JSON.parse(response.body));
    return refusal.success ? refusal.data : null;
  } catch {
    return null;
  }
}
