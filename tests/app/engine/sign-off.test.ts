import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createEngine, type Engine } from '#app/engine.ts';
import { createProject } from '#app/project/index.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { anOrganisation, aTime } from '../../support/projects.ts';
import { aCustomer, anAccount } from '../../support/records.ts';

/** An engine over a project of so many accounts and as many customers, all looked at once. */
async function anEngine(size: number): Promise<Engine> {
  const folder = temporaryFolder();
  const path = join(folder, 'large.counterpart');
  const project = createProject(path);
  const numbers = Array.from({ length: size }, (_, n) => n + 1);
  const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
  project.records.replace(
    { ...common, records: numbers.map((n) => anAccount(n)) },
    { ...common, records: numbers.map((n) => aCustomer(n)) },
  );
  project.close();
  const home = { projects: folder, state: join(folder, 'state') };
  const engine = createEngine({ version: '1', home, author: 'tester', environment: {} });
  onTestFinished(() => engine.close());
  await engine.call('project.open', { path });
  await engine.call('review.summary', {});
  // The code of the call is loaded when it is first made.
  await engine.call('worksheet.summary', {});
  return engine;
}

/** How often others get their turn until the summary is there. */
async function turnsOfSummary(engine: Engine): Promise<number> {
  let turns = 0;
  let next: NodeJS.Immediate | null = null;
  const count = () => {
    turns += 1;
    next = setImmediate(count);
  };
  count();
  const summary = await engine.call('worksheet.summary', {});
  if (next !== null) clearImmediate(next);
  expect(summary.ok).toBe(true);
  return turns;
}

test('the summary of a sign-off keeps nobody waiting: others get their turn after every two thousand accounts', async () => {
  const small = await turnsOfSummary(await anEngine(10));
  const large = await turnsOfSummary(await anEngine(8_010));
  expect(large - small).toBeGreaterThanOrEqual(4);
});
