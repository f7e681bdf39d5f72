import type { Project } from '#app/project/index.ts';
import type { ServiceOrigin, Side } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';

/** The organisation that a project belongs to and the other one that is connected, by their names and ids. */
interface Clash {
  readonly expected: string;
  readonly found: string;
}

/** Tells when the connected organisation is another one than the project's; null when it is not. */
export function organisationClash(project: Project, side: Side, connected: ServiceOrigin): Clash | null {
  const known = project.records.info(side)?.origin;
  if (known?.kind !== 'service' || known.organisationId === connected.organisationId) return null;
  return {
    expected: `${known.organisationName} (${known.organisationId})`,
    found: `${connected.organisationName} (${connected.organisationId})`,
  };
}

/**
 * A project belongs to one pair of organisations for good: ids of two organisations collide.
 * Errors: `project-other-organisation`.
 */
export function refuseOtherOrganisation(project: Project, side: Side, connected: ServiceOrigin): void {
  const clash = organisationClash(project, side, connected);
  if (clash !== null) throw new AppError('project-other-organisation', { ...clash });
}
