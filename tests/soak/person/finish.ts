import type { MethodName } from '#shared/contract.ts';
import { RunId } from '#shared/ids.ts';
import type { RunInfo } from '#shared/links.ts';
import type { Came } from '../life.ts';
import { killed } from '../program.ts';
import { type Desk, pairOf } from './desk.ts';

/** From so many attempts to bring a run to its end nothing goes wrong any more. */
const attemptsUnderFire = 3;
const mostAttempts = 9;

/** Takes up what stopped until nothing is left; for the first few times under fire again. */
export async function bringToEnd(desk: Desk): Promise<void> {
  const { random, truth, program } = desk;
  for (let attempt = 1; ; attempt += 1) {
    await program.live();
    const run = (await program.call('runs.list', {})).find(isUnfinished);
    if (run === undefined) break;
    if (attempt > mostAttempts) {
      truth.isWrong(`run ${run.id} does not come to its end: ${JSON.stringify(run)}`);
      break;
    }
    await program.calm();
    if (attempt <= attemptsUnderFire) {
      if (random.chance(0.2)) await program.edit();
      await program.underFire(attempt < attemptsUnderFire);
    }
    await goOn(desk, run, attempt);
  }
  await program.calm();
  await takeIn(desk);
}

/** Takes in what the journal says was done: the project is up to date with that, and what was undone is not wanted. */
export async function takeIn({ truth, program, wanted, confirmed, undone }: Desk): Promise<void> {
  for (const { id, kind } of await program.call('runs.list', {})) {
    const entries = await program.call('runs.journal', { runId: id });
    const done = entries.filter(({ state }) => state === 'done');
    truth.broughtUpToDate(done.map(({ accountId }) => accountId));
    if (kind !== 'undo-links') continue;
    for (const { accountId, after } of done) {
      const key = `${id} ${accountId}`;
      if (undone.has(key)) continue;
      undone.add(key);
      if (confirmed.has(pairOf(accountId, after.customerId))) wanted.set(accountId, after.customerId);
      else wanted.delete(accountId);
    }
  }
}

async function goOn(desk: Desk, run: RunInfo, attempt: number): Promise<void> {
  const { random, truth, program } = desk;
  const runId = RunId.parse(run.id);
  const isOfLinks = run.creations === null;
  const mayLeaveOut = isOfLinks && !desk.wantsAll && attempt < mostAttempts;
  // Where something was sent and never answered, or customers are to be changed, more is to be seen of what is left out.
  const isSpecial =
    run.status === 'held' || hasAny(run.counts, ['sent', 'unknown']) || hasAny(run.removals, ['planned']);
  if (mayLeaveOut && random.chance(isSpecial ? 0.4 : 0.1)) return await leaveOut(desk, run);
  program.steps.push(`resume run ${run.id}`);
  truth.order = truth.orders.get(run.id) ?? null;
  let came: Came<MethodName> | typeof killed;
  if (isOfLinks) {
    const acceptFirst = attempt > 1 || random.chance(0.5);
    came = await program.came('write.resume', { runId, acceptFirst });
    if (
      run.status === 'held' &&
      !acceptFirst &&
      came !== killed &&
      (came.ok || came.error.code !== 'write-held')
    )
      truth.isWrong(`run ${run.id} was held, and went on all the same`);
  } else came = await program.came('create.resume', { runId });
  truth.order = null;
  await program.recover(came);
}

/** Takes what was never sent out of a run; it must be just that, and nothing of it may be written by this run any more. */
async function leaveOut({ truth, program }: Desk, run: RunInfo): Promise<void> {
  program.steps.push(`leave out the rest of run ${run.id}`);
  const runId = RunId.parse(run.id);
  const came = await program.came('write.leaveOut', { runId });
  await program.recover(came);
  if (came !== killed && !came.ok) truth.isWrong(`leaving out the rest of run ${run.id}: ${came.error.code}`);
  if (came !== killed && came.ok && (came.value.counts.planned ?? 0) > 0)
    truth.isWrong(`run ${run.id} plans what was to be left out`);
  const order = truth.orders.get(run.id);
  if (order === undefined) return;
  const info = (await program.call('runs.list', {})).find(({ id }) => id === run.id);
  const kept = new Set<string>([
    ...(await program.call('runs.journal', { runId })).map(({ accountId }) => accountId),
    ...(await program.call('runs.removals', { runId })).map(({ recordId }) => recordId),
  ]);
  for (const id of [...order.links.keys(), ...order.activities.keys()]) {
    if (kept.has(id) || order.leftOut.has(id)) continue;
    order.leftOut.add(id);
    if (order.written.has(id) || order.changed.has(id))
      truth.isWrong(`${id} was written by run ${run.id}, which left it out`);
  }
  // What an undo skips stands in its journal from the start, and so may be left out, too.
  if (order.kind === 'write' && info?.leftOut !== order.leftOut.size)
    truth.isWrong(`run ${run.id} left out ${order.leftOut.size}, and says ${info?.leftOut}`);
}

function isUnfinished({ counts, creations, removals }: RunInfo): boolean {
  const unsettled = ['planned', 'sent', 'unknown'];
  return (
    hasAny(counts, unsettled) || hasAny(creations, [...unsettled, 'created']) || hasAny(removals, unsettled)
  );
}

function hasAny(counts: Readonly<Record<string, number>> | null, states: readonly string[]): boolean {
  return states.some((state) => (counts?.[state] ?? 0) > 0);
}
