import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Connection } from 'jsforce';
import { connectSalesforce, type RefreshedTokens, settingsFromEnvironment } from '#app/sources/index.ts';
import { salesforceOf } from '../../app/practice/clients.ts';
import { assertHoldsWhatIsThere } from '../project-state.ts';
import type { Scenario } from '../scenario.ts';
import { counting, type World } from '../world.ts';
import { confirmPairs } from '../write-under.ts';

const jobs = { pathIncludes: '/jobs/ingest' };
const neverBulk =
  'Counterpart sends few links without a job, and uses none of jsforce’s waits: its own jobs are in the rows above.';

const someIds = async (world: World, count: number) =>
  (await world.recordsOf('salesforce', 'Account')).slice(0, count).map(({ Id }) => Id);
const rowsFor = (ids: readonly string[]) => ids.map((Id) => ({ Id, Site: 'by bulk' }));
const written = async (world: World) =>
  (await world.recordsOf('salesforce', 'Account')).filter(({ Site }) => Site === 'by bulk').length;

async function assertNeverBulk(world: World): Promise<void> {
  await world.arm('salesforce', counting('/jobs/'));
  await confirmPairs(world, 3);
  const { fingerprint, warnings } = await world.call('write.plan', {});
  await world.call('write.start', { fingerprint, acceptWarnings: warnings.length > 0 });
  await world.call('sources.export', {});
  assert.deepEqual(await world.matched('salesforce'), [0]);
}

const jobLost: Scenario = {
  fault: 'Trap 1: a job is queued longer than jsforce polls, and jsforce deletes it',
  during: 'jsforce: bulk2.loadAndWaitForResults; then open, upload, close and poll by the job’s id',
  outcome: `loadAndWaitForResults: the job is deleted, nothing is written. With the id kept: the job is found again and every row written. ${neverBulk}`,
  async run(world) {
    const ids = await someIds(world, 3);
    const stuck = { match: jobs, fault: 'job-stuck', times: 1_000 };
    await world.arm('salesforce', stuck, { ...counting('/jobs/ingest/'), match: { method: 'DELETE' } });
    const { bulk2 } = salesforceOf(world.practice);
    const job = { object: 'Account', operation: 'update' as const, input: rowsFor(ids) };
    await assert.rejects(bulk2.loadAndWaitForResults({ ...job, pollTimeout: 60, pollInterval: 10 }), {
      name: 'JobPollingTimeout',
    });
    while ((await world.matched('salesforce'))[1] === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(await written(world), 0);

    const own = bulk2.createJob({ object: 'Account', operation: 'update' });
    await own.open();
    await own.uploadData(rowsFor(ids));
    await own.close();
    await assert.rejects(own.poll(10, 60));
    await world.disarm();
    const found = bulk2.job('ingest', { id: own.id ?? '' });
    await found.poll(1, 5_000);
    assert.equal(await written(world), 3);
    await assertNeverBulk(world);
    return `loadAndWaitForResults: the job is deleted, nothing is written. With the id kept: the job is found again and every row written. ${neverBulk}`;
  },
};

const failedJob: Scenario = {
  fault: 'Salesforce: a bulk job fails with rows that were not processed',
  during: 'jsforce: bulk2 by the job’s id',
  outcome: 'The written and the unprocessed rows are told apart, and together they are all rows.',
  async run(world) {
    const ids = await someIds(world, 5);
    await world.arm('salesforce', { match: jobs, fault: 'job-failed', processed: 2 });
    const job = salesforceOf(world.practice).bulk2.createJob({ object: 'Account', operation: 'update' });
    await job.open();
    await job.uploadData(rowsFor(ids));
    await job.close();
    await assert.rejects(job.poll(1, 5_000), /Ingest job failed/);
    const done = (await job.getSuccessfulResults()).map(({ sf__Id }) => sf__Id);
    const left = (await job.getUnprocessedRecords(true))
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.slice(1, 19));
    assert.deepEqual([...done, ...left].sort(), ids.toSorted());
    assert.equal(await written(world), 2);
    return 'The written and the unprocessed rows are told apart, and together they are all rows.';
  },
};

const uploadRefused: Scenario = {
  fault: 'Trap 2: the upload of a bulk job is answered with 503',
  during: 'jsforce: bulk2 uploadData',
  outcome: `uploadData throws an error of its own, and the job stays open without rows. ${neverBulk}`,
  async run(world) {
    const ids = await someIds(world, 3);
    await world.arm('salesforce', {
      match: { method: 'PUT', pathIncludes: '/batches' },
      fault: 'status',
      status: 503,
    });
    const job = salesforceOf(world.practice).bulk2.createJob({ object: 'Account', operation: 'update' });
    await job.open();
    await assert.rejects(job.uploadData(rowsFor(ids)));
    assert.equal((await job.check()).state, 'Open');
    assert.equal(await written(world), 0);
    await world.disarm();
    await assertNeverBulk(world);
    return `uploadData throws an error of its own, and the job stays open without rows. ${neverBulk}`;
  },
};

const brokenPages: Scenario = {
  fault: 'Trap 3: a bulk query has more than one page of results',
  during: 'jsforce: bulk2.query in a process of its own; export',
  outcome:
    'bulk2.query ends the process or brings other rows than there are. An export uses the query API, and is complete.',
  async run(world) {
    await world.control('salesforce', 'limits', { rowsPerPage: 25 });
    const script = fileURLToPath(new URL('../bulk-query.ts', import.meta.url));
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, ...world.practice.environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(child, 'exit');
    const output = await text(child.stdout);
    const [code] = await ended;
    assert.ok(code !== 0 || output !== 'right', 'bulk2.query is as it should be');
    await world.call('sources.export', {});
    await assertHoldsWhatIsThere(world);
    return 'bulk2.query ends the process or brings other rows than there are. An export uses the query API, and is complete.';
  },
};

const silentEnd: Scenario = {
  fault: 'Trap 4: autoFetch stops at maxFetch without a word',
  during: 'jsforce: query with autoFetch; export',
  outcome: 'autoFetch: part of the rows, and no error. An export follows every page, and is complete.',
  async run(world) {
    await world.control('salesforce', 'limits', { rowsPerPage: 25 });
    const part = await salesforceOf(world.practice).query('SELECT Id FROM Account', {
      autoFetch: true,
      maxFetch: 50,
    });
    assert.ok(part.records.length < part.totalSize);
    await world.call('sources.export', {});
    await assertHoldsWhatIsThere(world);
    return 'autoFetch: part of the rows, and no error. An export follows every page, and is complete.';
  },
};

const endlessRefresh: Scenario = {
  fault: 'Trap 5: 401 again after every successful refresh',
  during: 'jsforce: one query with a refresh token; the same through Counterpart',
  outcome:
    'jsforce refreshes again and again until it is stopped. Counterpart refreshes once and says that the sign-in is gone.',
  async run(world) {
    await world.arm(
      'salesforce',
      { match: { pathIncludes: '/services/data' }, fault: 'status', status: 401, times: 100_000 },
      counting('/oauth2/token'),
    );
    let refreshes = 0;
    const connection = new Connection({
      instanceUrl: world.practice.salesforceUrl,
      accessToken: 'expired',
      version: '60.0',
      refreshFn: (_connection, done) => {
        refreshes += 1;
        if (refreshes === 25) done(new Error('stopped here'));
        else done(null, world.practice.environment.SALESFORCE_ACCESS_TOKEN ?? '');
      },
    });
    await assert.rejects(Promise.resolve(connection.query('SELECT Id FROM Account')));
    assert.equal(refreshes, 25);
    const { salesforce } = settingsFromEnvironment(world.practice.environment);
    assert.ok(salesforce !== null);
    await assert.rejects(connectSalesforce(salesforce).identify(new AbortController().signal), {
      code: 'service-session',
    });
    assert.equal((await world.matched('salesforce'))[1], 1);
    return 'jsforce refreshes again and again until it is stopped. Counterpart refreshes once and says that the sign-in is gone.';
  },
};

const rotatedToken: Scenario = {
  fault: 'Trap 6: Salesforce rotates the refresh token, which jsforce ignores',
  during: 'jsforce: a refresh; the same through Counterpart',
  outcome:
    'jsforce keeps the old refresh token. Counterpart takes the new one, uses it for the next refresh, and tells it.',
  async run(world) {
    const { environment } = world.practice;
    const rotated = {
      match: { pathIncludes: '/oauth2/token' },
      times: 1_000,
      fault: 'status',
      status: 200,
      body: {
        access_token: environment.SALESFORCE_ACCESS_TOKEN,
        refresh_token: 'the-rotated-one',
        instance_url: world.practice.salesforceUrl,
        id: `${world.practice.salesforceUrl}/id/00D0000PracticeEEA/0050000PracUserAEC`,
        token_type: 'Bearer',
      },
    };
    await world.arm('salesforce', rotated);
    const connection = salesforceOf(world.practice, {
      accessToken: 'expired',
      refreshToken: environment.SALESFORCE_REFRESH_TOKEN,
      oauth2: { loginUrl: world.practice.salesforceUrl, clientId: environment.SALESFORCE_CLIENT_ID ?? '' },
    });
    await connection.query('SELECT Id FROM Account LIMIT 1');
    assert.equal(connection.refreshToken, environment.SALESFORCE_REFRESH_TOKEN);

    const told: RefreshedTokens[] = [];
    const settings = settingsFromEnvironment({
      ...environment,
      SALESFORCE_ACCESS_TOKEN: 'expired',
    }).salesforce;
    assert.ok(settings !== null);
    const { signal } = new AbortController();
    const client = connectSalesforce(settings, { onTokens: (tokens) => told.push(tokens) });
    await client.identify(signal);
    assert.deepEqual(
      told.map(({ refreshToken }) => refreshToken),
      ['the-rotated-one'],
    );
    const next = { match: { record: 'the-rotated-one' }, after: 1_000, fault: 'delay' };
    await world.arm(
      'salesforce',
      next,
      { match: { pathIncludes: '/query' }, fault: 'status', status: 401 },
      rotated,
    );
    await client.identify(signal);
    assert.equal((await world.matched('salesforce'))[0], 1);
    return 'jsforce keeps the old refresh token. Counterpart takes the new one, uses it for the next refresh, and tells it.';
  },
};

/** What jsforce does that loses data, and what Counterpart does about it. */
export const jsforceTraps: readonly Scenario[] = [
  jobLost,
  uploadRefused,
  brokenPages,
  silentEnd,
  endlessRefresh,
  rotatedToken,
  failedJob,
];
