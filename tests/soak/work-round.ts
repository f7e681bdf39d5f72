import { join } from 'node:path';
import type { Engine } from '#app/engine.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { AccountState } from '#shared/decisions.ts';
import type { ReviewRow } from '#shared/review.ts';
import { allRows } from '../support/all-rows.ts';

/** So many rows are decided one by one in a round, and so many of the decisions undone again. */
const decisions = 400;
const undone = 100;

const isOpen: ReadonlySet<AccountState> = new Set(['suggested', 'conflict', 'no-candidate']);

/** One round of work on a project of its own. Gives how many decisions were taken. Throws where a call fails. */
export async function workRound(engine: Engine, folder: string, round: number): Promise<number> {
  const call = async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
    const result = await engine.call(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.code} ${result.error.message}`);
    return result.value;
  };
  const path = join(folder, 'projects', `round ${round}.counterpart`);
  await call('project.create', { path });
  await call('sources.export', {});
  await call('match.run', {});
  const open = (await allRows(call)).filter(({ state }) => isOpen.has(state)).slice(0, decisions);
  await decideEach(call, open);
  for (let times = 0; times < undone; times++) await call('review.undo', {});
  for (let times = 0; times < undone / 2; times++) await call('review.redo', {});
  await call('review.history', { before: null, limit: 500 });
  await call('review.decideMany', { by: 'band', bands: ['certain'] });

  const worksheet = join(folder, 'worksheet.xlsx');
  await call('worksheet.save', { path: worksheet });
  const { reading } = await call('worksheet.read', { path: worksheet });
  await call('worksheet.apply', { reading, kinds: [], take: [], leave: [] });
  await call('worksheet.saveSignOff', { path: join(folder, 'sign-off.xlsx') });
  await call('sources.save', { to: 'paths', accounts: join(folder, 'accounts.csv'), customers: null });
  await call('sources.export', {});

  const { fingerprint, links } = await call('write.plan', {});
  if (links.length === 0) throw new Error('there is nothing to write, so nothing of that is seen');
  const { id: runId } = await call('write.start', {
    fingerprint,
    acceptWarnings: true,
    acceptProduction: true,
  });
  const undo = await call('undo.plan', { runId });
  await call('undo.start', { runId, fingerprint: undo.fingerprint });
  await call('runs.list', {});
  await call('project.close', {});
  await call('project.open', { path });
  await call('review.summary', {});
  await call('project.close', {});
  return open.length;
}

type Call = <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;

/** Decides as a person does: looks at each, searches now and then, leaves a remark, takes the best customer that is free. */
async function decideEach(call: Call, rows: readonly ReviewRow[]): Promise<void> {
  const taken = new Set<string>();
  for (const [at, { accountId, accountName }] of rows.entries()) {
    const { candidates } = await call('review.detail', { accountId });
    if (at % 5 === 0) await call('review.search', { query: accountName.slice(0, 12), limit: 20, accountId });
    if (at % 25 === 0) await call('review.comment', { accountId, text: 'Looked at twice' });
    const free = candidates.find(({ customer }) => !taken.has(customer.id))?.customer.id;
    if (at % 3 === 0 || free === undefined) {
      await call('review.decide', { accountId, kind: 'skip', customerId: null });
      continue;
    }
    taken.add(free);
    await call('review.decide', { accountId, kind: 'confirm', customerId: free });
  }
}
