import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createEngine } from '#app/engine.ts';
import { type AccountChoice, allAccounts } from '#shared/account-choice.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** An engine in a home of its own, with the practice company's project open. */
async function atPractice() {
  const folder = temporaryFolder();
  const home = { projects: join(folder, 'projects'), state: join(folder, 'state') };
  const engine = createEngine({ version: '1.2.3', home, author: 'tester', environment: {} });
  onTestFinished(() => engine.close());
  const opened = await engine.call('practice.open', {});
  if (!opened.ok) throw new Error(opened.error.message);
  return { engine, path: opened.value.path };
}

type Engine = ReturnType<typeof createEngine>;

async function datasetOf(engine: Engine) {
  const overview = await engine.call('app.overview', {});
  const dataset = overview.ok ? overview.value.datasets.salesforce : null;
  if (dataset?.origin.kind !== 'service') throw new Error('nothing was exported');
  return { count: dataset.count, choice: dataset.origin.choice };
}

const california: AccountChoice = { kind: 'where', clause: "BillingState = 'CA'" };

test('the project keeps which accounts were exported, and the next export takes those unless told otherwise', async () => {
  const { engine } = await atPractice();
  await engine.call('sources.export', { choice: california });
  const first = await datasetOf(engine);
  expect(first.choice).toEqual(california);
  const checked = await engine.call('sources.checkChoice', { choice: california });
  if (!checked.ok || checked.value.kind !== 'counted') throw new Error('not counted');
  expect(first.count).toBe(checked.value.chosen + checked.value.linked);

  await engine.call('sources.export', {});
  expect(await datasetOf(engine)).toEqual(first);

  await engine.call('sources.export', { choice: allAccounts });
  expect(await datasetOf(engine)).toMatchObject({ choice: allAccounts, count: 1_182 });
});

test('a choice that is refused leaves the project as it was', async () => {
  const { engine } = await atPractice();
  await engine.call('sources.export', { choice: california });
  const before = await datasetOf(engine);
  const choice: AccountChoice = { kind: 'where', clause: 'Region__c = 1' };
  expect(await engine.call('sources.export', { choice })).toMatchObject({
    error: { code: 'choice-refused' },
  });
  expect(await datasetOf(engine)).toEqual(before);
});

test('a project that was exported before there was a choice holds all accounts', async () => {
  const { engine, path } = await atPractice();
  await engine.call('sources.export', { choice: california });
  await engine.call('project.close', {});
  const database = new Database(path);
  database.exec("UPDATE datasets SET origin = json_remove(origin, '$.choice')");
  database.close();
  await engine.call('practice.open', {});
  expect((await datasetOf(engine)).choice).toEqual(allAccounts);
});
