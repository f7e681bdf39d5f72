import { AppError } from '#shared/errors.ts';
import type { Finding } from '#shared/preflight.ts';

/** A finding in one line. */
export function finding(id: string, verdict: Finding['verdict'], title: string, advice = ''): Finding {
  return { id, verdict, title, advice };
}

/**
 * What a look at a service found; where the service refuses the look itself, that is the finding. Throws `cancelled` and
 * what is no refusal of the service's.
 */
export async function lookedAt(
  id: string,
  verdict: Finding['verdict'],
  look: () => Promise<Finding[]>,
): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    const [title = error.message, ...advice] = error.message.split(/(?<=\.) /);
    return [finding(id, verdict, title, advice.join(' '))];
  }
}
