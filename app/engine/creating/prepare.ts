import { setImmediate } from 'node:timers/promises';
import { accountsToCreate, likelyDuplicates } from '#app/review/index.ts';
import { type Creations, creationsOf, NameSpace, nameTaken } from '#app/write/index.ts';
import type { ServiceOrigin, Side } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import { inSteps } from '#shared/steps.ts';
import type { OpenProject } from '../session.ts';

/** What would be created as things are, from which accounts and in which company. */
export interface PreparedCreations extends Creations {
  readonly salesforce: ServiceOrigin;
  readonly quickbooks: ServiceOrigin;
}

/**
 * Works out what would be created, from what the project holds. Both sides must have been exported from the services: the
 * names that are taken, and the ids that are written back, are theirs.
 * Errors: `create-needs-export`.
 */
export async function prepareCreations(open: OpenProject, withEmails: boolean): Promise<PreparedCreations> {
  const { project, review } = open;
  const salesforce = exported(open, 'salesforce');
  const quickbooks = exported(open, 'quickbooks');
  const others = { vendor: project.otherNames.of('vendor'), employee: project.otherNames.of('employee') };
  const names = await inSteps(NameSpace.reading(review.ledger.customers.values(), others), setImmediate);
  // Without a pause from here on: all of it is of one moment.
  const { ledger } = review;
  const { accounts, changedSince } = accountsToCreate(ledger);
  const latest = project.creations.latest();
  for (const { state, serviceCode, fields, at } of latest.values()) {
    // What QuickBooks said since the export: somebody has taken the name meanwhile.
    if (state === 'failed' && serviceCode === nameTaken && at > quickbooks.exportedAt) {
      names.take(fields.displayName, 'somebody in QuickBooks, who was not there at the last export');
    }
  }
  const { customers, blocked } = creationsOf({
    accounts,
    edits: project.creations.edits(),
    withEmails,
    names,
    namesRead: others.vendor !== null && others.employee !== null,
    duplicatesOf: (account) => likelyDuplicates(ledger, account),
    latest,
  });
  return {
    customers,
    blocked: [...blocked, ...changedSince],
    salesforce: salesforce.origin,
    quickbooks: quickbooks.origin,
  };
}

function exported({ project }: OpenProject, side: Side): { origin: ServiceOrigin; exportedAt: string } {
  const info = project.records.info(side);
  if (info?.origin.kind !== 'service') throw new AppError('create-needs-export');
  return { origin: info.origin, exportedAt: info.exportedAt };
}
