import { setImmediate } from 'node:timers/promises';
import { explainPair, readingModel } from '#app/match/index.ts';
import { sampleOf } from '#app/review/index.ts';
import type { Hooks } from '#app/sources/index.ts';
import { counted, countProposals, type SignOffData, writeSignOff } from '#app/worksheet/index.ts';
import { choiceWords } from '#shared/account-choice.ts';
import type { MethodOutput } from '#shared/contract.ts';
import type { DatasetInfo } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import type { Pair } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { SignedSide, SignOffSummary } from '#shared/sign-off.ts';
import { inSteps } from '#shared/steps.ts';
import { recordPages } from '../record-pages.ts';
import { savePath } from '../save-path.ts';
import type { Session } from '../session.ts';
import { decisionsInForce, rejectedPairs, signedCustomers } from './signed-records.ts';
import { signedRows } from './signed-rows.ts';

/** What was done in the open project and what came of it. */
export async function signOffSummary(session: Session): Promise<SignOffSummary> {
  return (await gathered(session, new AbortController().signal)).summary;
}

/** Saves the sign-off pack. Errors: `match-no-data` before both sides are there, `file-cannot-write`, `cancelled`. */
export async function saveSignOff(
  session: Session,
  asked: string | null,
): Promise<MethodOutput<'worksheet.saveSignOff'>> {
  return await session.operations.run('save', async (hooks: Hooks) => {
    const { records } = session.open.project;
    if (records.info('salesforce') === null) throw new AppError('match-no-data', { missing: 'Both sides' });
    const path = savePath(session, asked, 'sign-off', '.xlsx');
    hooks.progress('Gathering what was decided', 0, null);
    const content = await gathered(session, hooks.signal);
    const pairOf = await pairsOf(session);
    const data = { ...content, pages: recordPages(session), createdAt: session.now(), pairOf };
    return { path, ...(await writeSignOff(path, data, hooks)) };
  });
}

type Gathered = Pick<SignOffData, 'summary' | 'rows' | 'rejected' | 'customersWithoutMatch'>;

async function gathered(session: Session, signal: AbortSignal): Promise<Gathered> {
  const { open } = session;
  const { project, review } = open;
  const rows = await signedRows(open, signal);
  const rejected = rejectedPairs(open);
  const customersWithoutMatch = signedCustomers(open);
  const runs = project.journal.runs();
  const decisions = decisionsInForce(open);
  const summary: SignOffSummary = {
    projectName: project.name,
    preparedAt: session.now().toISOString(),
    preparedBy: session.options.author,
    salesforce: sideOf(project.records.info('salesforce')),
    quickbooks: sideOf(project.records.info('quickbooks')),
    matchedAt: project.proposals.matchedAt(),
    policy: project.teaching.policy(),
    proposals: countProposals([...review.ledger.proposals.values()]),
    samples: project.samples.all().map((sample) => {
      const { pairs: _, ...rest } = sampleOf(sample);
      return rest;
    }),
    runs,
    ...counted({ rows, rejected, customersWithoutMatch, decisions }, runs),
  };
  return { summary, rows, rejected, customersWithoutMatch };
}

function sideOf(info: DatasetInfo | null): SignedSide | null {
  if (info === null) return null;
  const { origin, exportedAt, count, side } = info;
  if (origin.kind === 'file') {
    return { name: origin.fileName, id: null, environment: null, choice: '', exportedAt, count };
  }
  const { organisationName, organisationId, environment, choice } = origin;
  const isChosen = side === 'salesforce' && choice.kind !== 'all';
  return {
    name: organisationName,
    id: organisationId,
    environment,
    choice: isChosen ? choiceWords(choice) : '',
    exportedAt,
    count,
  };
}

/** The evidence of a pair as it was proposed; of one that a person found, as the last match would weigh it. */
async function pairsOf({ open: { project, review } }: Session): Promise<SignOffData['pairOf']> {
  const model = await inSteps(readingModel(project.proposals.model()), setImmediate);
  return (account: Account, customer: Customer): Pair | null => {
    const proposed = project.proposals
      .of(account.id)
      ?.candidates.find(({ customerId }) => customerId === customer.id);
    if (proposed !== undefined) return proposed;
    const isChosen = review.ledger.confirmedFor(account.id) === customer.id;
    return isChosen && model !== null ? explainPair(account, customer, model) : null;
  };
}
