import type { Side } from '#shared/datasets.ts';
import { AppError, errorMessage } from '#shared/errors.ts';
import type { Preflight, SidePreflight } from '#shared/preflight.ts';
import { organisationClash } from './organisations.ts';
import type { Session } from './session.ts';

/**
 * What a person should know before an export: what both services say, and whether they are the organisations that the
 * project belongs to. Errors: `project-none`.
 */
export async function preflightOf(session: Session): Promise<Preflight> {
  const { connections, open } = session;
  const { signal } = new AbortController();

  async function of(side: Side): Promise<SidePreflight | null> {
    if (connections.info(side).kind === 'none') return null;
    const client = side === 'salesforce' ? connections.salesforce : connections.quickbooks;
    const found = await client.preflight(signal);
    if (found.environment === null || !session.isOpen || session.open !== open) return found;
    const clash = await clashOf(side);
    if (clash === null) return found;
    const advice = 'Open the project of this organisation, or connect the other one.';
    const title = errorMessage('project-other-organisation', { ...clash });
    const finding = { id: 'project', verdict: 'stop', title, advice } as const;
    return { ...found, findings: [finding, ...found.findings] };
  }

  /** A connection that fails meanwhile has told so among its own findings, or tells so when it is used. */
  async function clashOf(side: Side): Promise<ReturnType<typeof organisationClash>> {
    try {
      return organisationClash(open.project, side, await connections.identity(side, signal));
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  const [salesforce, quickbooks] = await Promise.all([of('salesforce'), of('quickbooks')]);
  return { salesforce, quickbooks };
}
