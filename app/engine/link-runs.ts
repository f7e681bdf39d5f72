import { setImmediate } from 'node:timers/promises';
import type { JournalRecord, Project } from '#app/project/index.ts';
import { type CurrentLink, type Hooks, thriftily } from '#app/sources/index.ts';
import {
  activeAlready,
  type LinkRunKind,
  runLinks,
  sharing,
  undoingLinks,
  writingLinks,
} from '#app/write/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import type { RunInfo } from '#shared/links.ts';
import { inSteps } from '#shared/steps.ts';
import { concluding } from './concluding.ts';
import { changeMade } from './made-records.ts';
import type { OpenProject, Session } from './session.ts';

/** Takes a run of links as far as it goes; however it ends, the run says so and the screen is told. */
export async function carryOut(session: Session, run: RunId, hooks: Hooks): Promise<RunInfo> {
  const open = session.writable;
  const { journal } = open.project;
  const effect = journal.effectOf(run);
  if (effect === null) throw new AppError('run-not-found', { run });
  return await concluding(session, run, ['runs'], async () => {
    const ports = {
      salesforce: session.connections.salesforce,
      journal,
      now: session.now,
      onWritten: (link: JournalRecord, current: CurrentLink) =>
        bringUpToDate(open, effect.links, link, current),
      ...(session.options.linkRuns === undefined ? {} : { limits: session.options.linkRuns }),
    };
    await changeMade(session, run, 'before', hooks);
    const kind = await kindOf(session, run);
    const status = await thriftily(() => runLinks(run, kind, ports, hooks));
    return status === 'finished' ? await changeMade(session, run, 'after', hooks) : status;
  });
}

async function kindOf(
  { writable: { project, review }, connections }: Session,
  run: RunId,
): Promise<LinkRunKind> {
  const { journal, teaching } = project;
  const { severalAccounts } = teaching.policy();
  const { salesforce } = connections;
  const undoes = journal.run(run)?.undoes ?? null;
  const effect = undoes === null ? null : journal.effectOf(undoes);
  if (effect !== null) {
    const basis = {
      effect,
      trails: await inSteps(journal.trails(), setImmediate),
      sharing: await inSteps(sharing(journal.entryBatches(run)), setImmediate),
      severalAccounts,
    };
    return undoingLinks(basis, salesforce, accountsOfInactive(project, run));
  }
  return writingLinks({
    salesforce,
    quickbooks: connections.quickbooks,
    severalAccounts,
    isInForce: (account, decisionSeq) => review.isInForce(account, decisionSeq),
  });
}

/** The accounts whose customers this run was to make active again, and QuickBooks did not. */
function accountsOfInactive({ removals }: Project, run: RunId): Set<AccountId> {
  const stay = removals
    .entries(run)
    .filter(
      ({ action, state, message }) =>
        action === 'reactivate' && state !== 'done' && message !== activeAlready,
    );
  return new Set(stay.map(({ accountId }) => accountId));
}

/**
 * The project's copy of an account gets what Salesforce was seen to hold after a run that links or takes links away, with
 * the customer by the project's own key. The review shows a link at once; one that was taken away stays in it until the
 * journal is read again, because what was decided of the account counts until then.
 */
export function bringUpToDate(
  { project, review }: OpenProject,
  links: boolean,
  { accountId, customerId, after }: Pick<JournalRecord, 'accountId' | 'customerId' | 'after'>,
  current: CurrentLink,
): void {
  const account = review.ledger.accounts.get(accountId);
  if (account === undefined) return;
  const written = {
    ...account,
    linkedCustomerId: links ? customerId : after.customerId,
    syncToken: current.link.syncToken,
    systemModstamp: current.systemModstamp,
  };
  project.records.updateAccount(written);
  if (links) review.noteWritten(written);
}
