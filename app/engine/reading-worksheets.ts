import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Project } from '#app/project/index.ts';
import type { CheckedExchange } from '#app/review/index.ts';
import { type Hooks, savedBy } from '#app/sources/index.ts';
import {
  compareWorksheet,
  type Finding,
  type ProjectNow,
  type ReadWorksheet,
  readWorksheet,
  takenFrom,
} from '#app/worksheet/index.ts';
import { AppError } from '#shared/errors.ts';
import {
  FindingKind,
  takenKinds,
  type WorksheetApplied,
  type WorksheetFinding,
  type WorksheetPreview,
} from '#shared/worksheet.ts';
import type { Handlers } from './handlers.ts';
import type { Session } from './session.ts';
import { projectNow } from './worksheet/project-now.ts';

/** So many findings are checked between two turns of others. */
const CHECKED_AT_ONCE = 200;

/** So many comments are put on disk at once. */
const COMMENTS_AT_ONCE = 500;

/** A worksheet that was read and may be applied while the project stays as it was. */
interface Reading {
  readonly number: number;
  readonly project: Project;
  readonly stamp: string;
  readonly author: string;
  readonly now: ProjectNow;
  readonly findings: readonly Numbered[];
}

type Numbered = Finding & Pick<WorksheetFinding, 'id'>;

/** A worksheet that comes back: looked at first, applied on request. The last one that was read is kept. */
export function readingHandlers(
  session: Session,
): Handlers<'worksheet.read' | 'worksheet.findings' | 'worksheet.apply'> {
  let last: Reading | null = null;
  let count = 0;

  function readingOf(number: number): Reading {
    if (last?.number !== number || last.project !== session.open.project) {
      throw new AppError('worksheet-changed');
    }
    return last;
  }

  return {
    'worksheet.read': ({ path }) =>
      session.operations.run('import', async (hooks) => {
        last = null;
        const { project, review } = session.open;
        const worksheet = await readWorksheet(path, hooks);
        if (!worksheet.projects.has(project.id)) throw new AppError('worksheet-other-project', { path });
        const author = await authorOf(path, hooks);
        const stamp = stampOf(session);
        const now = projectNow(project, review, oldestIn(worksheet));
        hooks.progress('Comparing with the project', 0, null);
        const { findings, agreed, remarks } = await compareWorksheet(worksheet, now, hooks.signal);
        const checked = await withRefusals(session, findings, now);
        if (stamp !== stampOf(session)) throw new AppError('worksheet-changed');
        count += 1;
        last = { number: count, project, stamp, author, now, findings: numbered(checked) };
        const { rows, unchanged, unread } = worksheet;
        const fileName = basename(path);
        const counts = countsOf(checked);
        return {
          reading: count,
          fileName,
          author,
          rows,
          unchanged,
          agreed,
          counts,
          unread: [...unread],
          remarks: [...remarks],
        };
      }),
    'worksheet.findings': ({ reading, kind, skip, limit }) =>
      readingOf(reading)
        .findings.filter((one) => one.kind === kind)
        .slice(skip, skip + limit)
        .map(({ effect: _, ...shown }) => shown),
    'worksheet.apply': async ({ reading, kinds, take, leave }) => {
      const read = readingOf(reading);
      if (read.stamp !== stampOf(session)) throw new AppError('worksheet-changed');
      const chosen = chosenOf(read.findings, new Set(kinds), new Set(take), new Set(leave));
      last = null;
      const applied = await apply(session, read, chosen);
      session.emit({ name: 'changed', payload: { what: 'decisions' } });
      return applied;
    },
  };
}

/** What a preview rests on: with another stamp the project is not what it showed. */
function stampOf(session: Session): string {
  const { project, review } = session.open;
  const { revision, severalAccounts } = review.ledger;
  return JSON.stringify([project.path, review.changes, revision, severalAccounts]);
}

/** Decisions bear the name of the file, and that of the person who saved it last where it tells. */
async function authorOf(path: string, hooks: Hooks): Promise<string> {
  const person = await savedBy(path, hooks);
  const file = `worksheet ${basename(path)}`;
  return person === '' || person === 'Counterpart' ? file : `${person} (${file})`;
}

function oldestIn({ edits }: ReadWorksheet): number {
  return edits.reduce((oldest, { mark }) => Math.min(oldest, mark.basis), Number.MAX_SAFE_INTEGER);
}

/** Findings that the project refuses are told beforehand, as what they are. */
async function withRefusals(
  { open: { review } }: Session,
  findings: readonly Finding[],
  now: ProjectNow,
): Promise<Finding[]> {
  const by = { author: '', at: '' };
  const given = findings.filter(({ kind }) => takenKinds.includes(kind));
  const together = await review.checkExchange(takenFrom(given, now, by));
  const checked: Finding[] = [];
  for (const [place, one] of findings.entries()) {
    if (place % CHECKED_AT_ONCE === CHECKED_AT_ONCE - 1) await setImmediate();
    const isGiven = takenKinds.includes(one.kind);
    const { refused } = isGiven ? together : await review.checkExchange(takenFrom([one], now, by));
    const error = refusalIn(refused, one);
    // Whether a customer is free may change with what else the person chooses.
    const isOpen = error === null || (!isGiven && error.code === 'decision-customer-taken');
    checked.push(isOpen ? one : refusedFinding(one, error));
  }
  return checked;
}

/** Why the project refuses a finding; null where it does not. */
function refusalIn(
  { accounts, customers }: CheckedExchange['refused'],
  { effect }: Finding,
): AppError | null {
  if (effect?.kind === 'decision') return accounts.get(effect.accountId) ?? null;
  return effect?.kind === 'customer-decision' ? (customers.get(effect.customerId) ?? null) : null;
}

function refusedFinding(one: Finding, { code, message }: AppError): Finding {
  const kind = code === 'decision-already-linked' ? 'written' : 'impossible';
  return { ...one, kind, note: message, choice: '', effect: null };
}

function numbered(findings: readonly Finding[]): Numbered[] {
  return findings.map((one, id) => ({ ...one, id }));
}

function countsOf(findings: readonly Finding[]): WorksheetPreview['counts'] {
  const counts = Object.fromEntries(
    FindingKind.options.map((kind) => [kind, 0]),
  ) as WorksheetPreview['counts'];
  for (const { kind } of findings) counts[kind] += 1;
  return counts;
}

/** The findings that are taken over. Errors: `worksheet-changed` where two of them exclude each other. */
function chosenOf(
  findings: readonly Numbered[],
  kinds: ReadonlySet<FindingKind>,
  take: ReadonlySet<number>,
  leave: ReadonlySet<number>,
): Finding[] {
  const chosen = findings.filter(
    ({ kind, id }) => takenKinds.includes(kind) || take.has(id) || (kinds.has(kind) && !leave.has(id)),
  );
  const choices = chosen.map(({ choice }) => choice).filter((choice) => choice !== '');
  if (new Set(choices).size < choices.length) throw new AppError('worksheet-changed');
  return chosen;
}

async function apply(
  session: Session,
  { author, now, findings }: Reading,
  chosen: readonly Finding[],
): Promise<WorksheetApplied> {
  const { project, review } = session.writable;
  const at = session.now().toISOString();
  const { accounts, customers, comments } = takenFrom(chosen, now, { author, at });
  const { refused, ...done } = await review.decideExchange({ accounts, customers });
  const decided = done.accounts.length + done.customers.length;
  const batch = decided === 0 ? null : (review.ledger.history.nextUndo()[0]?.batch ?? null);
  await review.apart(async () => {
    for (let from = 0; from < comments.length; from += COMMENTS_AT_ONCE) {
      const some = comments.slice(from, from + COMMENTS_AT_ONCE);
      project.comments.addAll(some.map((one) => ({ ...one, author, at })));
      for (const { accountId } of some) review.ledger.noteComment(accountId);
      await setImmediate();
    }
  });
  const lost = chosen.flatMap((one) => {
    const { sheet, row, name } = one;
    const error = refusalIn(refused, one);
    return error === null ? [] : [{ sheet, row, name, message: error.message }];
  });
  return {
    decided,
    batch,
    comments: comments.length,
    refused: lost,
    left: findings.length - chosen.length,
  };
}
