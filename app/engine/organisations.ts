import type { Project } from '#app/project/index.ts';
import { type ServiceOrigin, Side } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import type { Session } from './session.ts';

/** The organisation that a project belongs to and the other one that is connected, by their names and ids. */
interface Clash {
  readonly expected: string;
  readonly found: string;
}

/** Tells when the connected organisation is another one than was expected; null when it is not. */
export function clashOf(expected: ServiceOrigin, connected: ServiceOrigin): Clash | null {
  if (expected.organisationId === connected.organisationId) return null;
  return { expected: named(expected), found: named(connected) };
}

function named({ organisationName, organisationId }: ServiceOrigin): string {
  return `${organisationName} (${organisationId})`;
}

/** Tells when the connected organisation is another one than the project's; null when it is not. */
export function organisationClash(project: Project, side: Side, connected: ServiceOrigin): Clash | null {
  const known = project.records.info(side)?.origin;
  return known?.kind === 'service' ? clashOf(known, connected) : null;
}

/**
 * A project belongs to one pair of organisations for good: ids of two organisations collide.
 * Errors: `project-other-organisation`.
 */
export function refuseOtherOrganisation(project: Project, side: Side, connected: ServiceOrigin): void {
  const clash = organisationClash(project, side, connected);
  if (clash !== null) throw new AppError('project-other-organisation', { ...clash });
}

/** {@link refuseOtherOrganisation} of both sides. Errors: also those of the connections. */
export async function refuseOtherOrganisations(session: Session, signal: AbortSignal): Promise<void> {
  const { project } = session.open;
  for (const side of Side.options) {
    refuseOtherOrganisation(project, side, await session.connections.identity(side, signal));
  }
}
