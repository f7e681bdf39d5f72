import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createEngine } from '#app/engine.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import { allRows } from '../../support/all-rows.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** The practice company exported and matched, with two accounts that may be decided and a customer nobody has. */
async function aMatchedPractice() {
  const folder = temporaryFolder();
  const home = { projects: join(folder, 'projects'), state: join(folder, 'state') };
  const engine = createEngine({ version: '1', home, author: 'tester', environment: {} });
  onTestFinished(() => engine.close());

  async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const result = await engine.call(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.code} ${result.error.message}`);
    return result.value;
  }

  await call('practice.open', {});
  await call('sources.export', {});
  await call('match.run', {});
  const rows = (await allRows(call)).filter(({ state }) => state === 'suggested');
  const [first, second] = rows;
  if (first === undefined || second === undefined || first.customerId === null) throw new Error('no rows');
  const { customerId } = first;
  const confirm = (row: typeof first) =>
    engine.call('review.decide', { accountId: row.accountId, kind: 'confirm', customerId });
  return { engine, call, first, second, confirm };
}

test('a customer confirmed for two accounts is written to both, once the warning is accepted', async () => {
  const { engine, call, first, second, confirm } = await aMatchedPractice();
  await confirm(first);
  expect(await confirm(second)).toMatchObject({ error: { code: 'decision-customer-taken' } });
  await call('match.setPolicy', { subCustomers: true, severalAccounts: true });
  expect((await confirm(second)).ok).toBe(true);

  const { fingerprint, warnings, links, blocked } = await call('write.plan', {});
  expect(warnings).toContain('several-accounts');
  expect([links.length, blocked.length]).toEqual([2, 0]);
  expect(await engine.call('write.start', { fingerprint, acceptWarnings: false })).toMatchObject({
    error: { code: 'write-acknowledge' },
  });
  const run = await call('write.start', { fingerprint, acceptWarnings: true });
  expect(run).toMatchObject({ status: 'finished', counts: { done: 2 } });
});

test('where that is forbidden again before the write, neither is written', async () => {
  const { call, first, second, confirm } = await aMatchedPractice();
  await call('match.setPolicy', { subCustomers: true, severalAccounts: true });
  await confirm(first);
  await confirm(second);
  await call('match.setPolicy', { subCustomers: true, severalAccounts: false });
  const { links, blocked } = await call('write.plan', {});
  expect([links.length, blocked.length]).toEqual([0, 2]);
});
