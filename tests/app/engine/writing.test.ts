import { expect, test } from 'vitest';
import { allRows } from '../../support/all-rows.ts';
import { aMatchedPractice } from '../../support/engine.ts';

/** The practice company exported and matched, with two accounts that may be decided and a customer nobody has. */
async function twoSuggested() {
  const { engine, call } = await aMatchedPractice();
  const rows = (await allRows(call)).filter(({ state }) => state === 'suggested');
  const [first, second] = rows;
  if (first === undefined || second === undefined || first.customerId === null) throw new Error('no rows');
  const { customerId } = first;
  const confirm = (row: typeof first) =>
    engine.call('review.decide', { accountId: row.accountId, kind: 'confirm', customerId });
  return { engine, call, first, second, confirm };
}

test('a customer confirmed for two accounts is written to both, once the warning is accepted', async () => {
  const { engine, call, first, second, confirm } = await twoSuggested();
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
  const { call, first, second, confirm } = await twoSuggested();
  await call('match.setPolicy', { subCustomers: true, severalAccounts: true });
  await confirm(first);
  await confirm(second);
  await call('match.setPolicy', { subCustomers: true, severalAccounts: false });
  const { links, blocked } = await call('write.plan', {});
  expect([links.length, blocked.length]).toEqual([0, 2]);
});

/** So many suggestions of the practice company, confirmed. */
async function confirmed(count: number) {
  const office = await twoSuggested();
  const { call } = office;
  const rows = (await allRows(call)).filter(({ state }) => state === 'suggested').slice(0, count);
  const decisions = rows.map(({ accountId, customerId }) => ({
    accountId,
    customerId,
    kind: 'confirm' as const,
  }));
  await call('review.decideMany', { by: 'list', decisions });
  return office;
}

test('a preview counts the warnings and gives the links in pieces, as the plan has them', async () => {
  const { engine, call } = await confirmed(40);
  const plan = await call('write.plan', { highValueFrom: 500 });
  const preview = await call('write.preview', { highValueFrom: 500 });
  expect(preview.fingerprint).toBe(plan.fingerprint);
  expect(preview.count).toBe(plan.links.length);
  const high = plan.links.filter(({ warnings }) => warnings.includes('high-value'));
  expect(high.length).toBeGreaterThan(0);
  expect(preview.warnings['high-value']).toBe(high.length);
  expect(high.every(({ balance }) => balance >= 500)).toBe(true);
  const { fingerprint } = plan;
  expect(await call('write.previewLinks', { fingerprint, from: 10 })).toEqual(plan.links.slice(10));
  expect(await engine.call('write.previewLinks', { fingerprint: 'old', from: 0 })).toMatchObject({
    error: { code: 'write-plan-changed' },
  });
});

test('links that are held back stay confirmed, and nothing about them need be accepted', async () => {
  const { call } = await confirmed(40);
  const { fingerprint, links } = await call('write.plan', { highValueFrom: 500 });
  const held = links.filter(({ warnings }) => warnings.includes('high-value'));
  const all = ['high-value', 'inactive-customer', 'sub-customer', 'replaces-dangling-id'] as const;
  const plain = links.filter(({ warnings }) => warnings.length === 0);
  const run = await call('write.start', {
    fingerprint,
    highValueFrom: 500,
    acceptWarnings: false,
    holdBack: [...all],
  });
  expect(run.counts.done).toBe(plain.length);
  const left = await call('write.plan', {});
  expect(left.links.map(({ accountId }) => accountId)).toEqual(
    expect.arrayContaining(held.map(({ accountId }) => accountId)),
  );
  expect(left.links).toHaveLength(links.length - plain.length);
});

test('a run that waits for a person goes on only when its first links were accepted, or is left out', async () => {
  const { engine, call } = await confirmed(40);
  await call('practice.setTrouble', { id: 'sf-rule', often: 'always' });
  const { fingerprint, links } = await call('write.plan', {});
  const held = await call('write.start', { fingerprint, acceptWarnings: true });
  expect(held).toMatchObject({ status: 'held', counts: { failed: 5, planned: links.length - 5 } });
  expect(held.error).toContain('none of them was written');
  expect(await engine.call('write.resume', { runId: held.id })).toMatchObject({
    error: { code: 'write-held' },
  });
  const left = await call('write.leaveOut', { runId: held.id });
  expect(left).toMatchObject({ status: 'finished', leftOut: links.length - 5, counts: { planned: 0 } });
  const again = await call('write.plan', {});
  expect([again.unfinishedRun, again.links.length]).toEqual([null, links.length - 5]);
});
