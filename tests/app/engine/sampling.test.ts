import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProject } from '#app/project/index.ts';
import type { SampleVerdict } from '#shared/sampling.ts';
import { anEngine } from '../../support/engine.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { anOrganisation, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal } from '../../support/records.ts';

/** A project of so many likely pairs, the first of them confirmed already. */
async function aProject(pairs: number) {
  const folder = temporaryFolder();
  const path = join(folder, 'sampled.counterpart');
  const project = createProject(path);
  const numbers = Array.from({ length: pairs }, (_, n) => n + 1);
  const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
  project.records.replace(
    { ...common, records: numbers.map((n) => anAccount(n)) },
    { ...common, records: numbers.map((n) => aCustomer(n)) },
  );
  project.proposals.replace(
    numbers.map((n) => aProposal(n, [aPair(n, n, 0.95, 'likely')])),
    { model: null, at: aTime },
  );
  project.close();
  const { call } = anEngine();
  await call('project.open', { path });
  await call('review.decide', { accountId: accountId(1), kind: 'confirm', customerId: null });
  const all = numbers.map((n) => accountId(n));
  const draw = (bound: number) => call('sample.draw', { accountIds: all, what: 'likely pairs', bound });
  return { call, draw, path };
}

describe('a blind sample', () => {
  test('is drawn from what nobody has decided, as large as the bound asks for', async () => {
    const { call, draw } = await aProject(101);
    expect(await call('sample.size', { population: 100, bound: 0.05 })).toEqual({ size: 72 });
    const sample = await draw(0.05);
    expect(sample).toMatchObject({ population: 100, bound: 0.05, author: 'tester', what: 'likely pairs' });
    expect(sample.counts).toEqual({ right: 0, wrong: 0, unsure: 0, open: 72 });
    expect(sample.wrong).toBeNull();
    expect(sample.pairs.some((pair) => pair.accountId === accountId(1))).toBe(false);
    expect(new Set(sample.pairs.map((pair) => pair.accountId)).size).toBe(72);
    const sorted = sample.pairs.map((pair) => pair.accountId).toSorted();
    expect(sample.pairs.map((pair) => pair.accountId)).not.toEqual(sorted);
  });

  test('shows the wrong-link rate with its interval once every pair is answered, and stays in the project', async () => {
    const { call, draw, path } = await aProject(401);
    const { id, pairs } = await draw(0.05);
    const answers: SampleVerdict[] = ['wrong', 'unsure'];
    let last = await call('sample.answer', { sample: id, accountId: accountId(2), verdict: null }).catch(
      () => null,
    );
    for (const [place, { accountId: pair }] of pairs.entries()) {
      expect(last?.wrong ?? null).toBeNull();
      last = await call('sample.answer', {
        sample: id,
        accountId: pair,
        verdict: answers[place] ?? 'right',
      });
    }
    expect(last?.counts).toEqual({ right: 70, wrong: 1, unsure: 1, open: 0 });
    expect(last?.wrong?.rate).toBeCloseTo(1 / 72, 6);
    // The lower end is that of 1 of 72, the upper one that of 2 of 72.
    expect(last?.wrong?.low).toBeCloseTo(0.00035, 4);
    expect(last?.wrong?.high).toBeCloseTo(0.0968, 3);

    await call('project.close', {});
    await call('project.open', { path });
    expect(await call('sample.list', {})).toEqual([last]);
  });

  test('of everything leaves nothing to chance', async () => {
    const { call, draw } = await aProject(5);
    const { id, pairs } = await draw(0.01);
    expect(pairs).toHaveLength(4);
    let last = null;
    for (const [place, { accountId: pair }] of pairs.entries()) {
      const verdict = place === 0 ? 'wrong' : 'right';
      last = await call('sample.answer', { sample: id, accountId: pair, verdict });
    }
    expect(last?.wrong).toEqual({ rate: 0.25, low: 0.25, high: 0.25 });
  });

  test('says when there is nothing to draw from, and refuses an account that is not in it', async () => {
    const { call, draw } = await aProject(1);
    await expect(draw(0.05)).rejects.toThrowError(/sample-nothing/);
    await expect(
      call('sample.answer', { sample: 9, accountId: accountId(1), verdict: 'right' }),
    ).rejects.toThrowError(/sample-not-found/);
  });
});
