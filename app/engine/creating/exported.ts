import type { ServiceOrigin, Side } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import type { OpenProject } from '../session.ts';

/**
 * The organisation that a side was exported from, and when (ISO 8601). Both sides must have been exported from the services:
 * the names that are taken, and the ids that are written, are theirs. Errors: `create-needs-export`.
 */
export function exported(
  { project }: OpenProject,
  side: Side,
): { readonly origin: ServiceOrigin; readonly exportedAt: string } {
  const info = project.records.info(side);
  if (info?.origin.kind !== 'service') throw new AppError('create-needs-export');
  return { origin: info.origin, exportedAt: info.exportedAt };
}
