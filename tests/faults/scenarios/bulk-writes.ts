import assert from 'node:assert/strict';
import type { Scenario } from '../scenario.ts';
import { sentence, type World } from '../world.ts';
import { assertJournalIsTrue, confirmPairs, told, writeUnder } from '../write-under.ts';

const open = { method: 'POST', pathIncludes: '/jobs/ingest' };
const upload = { method: 'PUT', pathIncludes: '/batches' };
const start = { method: 'PATCH', pathIncludes: '/jobs/ingest/' };
const asked = { method: 'GET', pathIncludes: '/jobs/ingest/' };
const always = 1_000;
const links = 40;
const all = `${links} of ${links} written.`;
const again = 'Export again and look at the pair once more.';

const byJobs = (given: Omit<Parameters<typeof writeUnder>[0], 'links' | 'byJobs'>) =>
  writeUnder({ ...given, links, byJobs: true });

const calls: readonly Scenario[] = (
  [
    ['the answer to the opening of a job is lost', open, { fault: 'reset-after' }],
    ['the connection is cut before a job’s links arrive', upload, { fault: 'reset-before' }],
    ['the answer to a job’s links is lost', upload, { fault: 'reset-after' }],
    [
      'a 503 with a web page in answer to a job’s links',
      upload,
      { fault: 'status', status: 503, body: '<html></html>' },
    ],
    ['the start of a job does not arrive', start, { fault: 'reset-before' }],
    ['the answer to the start of a job is lost', start, { fault: 'reset-after' }],
    [
      'a 503 when a job’s state is asked for',
      asked,
      { fault: 'status', status: 503, body: '<html></html>', times: 4 },
    ],
    ['the access token expires while a job is under way', asked, { fault: 'expire-token' }],
    [
      'the connection is cut within a job’s results',
      { pathIncludes: '/successfulResults' },
      { fault: 'cut-body' },
    ],
    ['a job stays queued for a while', asked, { fault: 'job-stuck', times: 5 }],
    ['a job fails after some of its rows', {}, { fault: 'job-failed', processed: 7 }],
    [
      'rows of a job are locked for two tries',
      {},
      {
        fault: 'record-error',
        after: 8,
        times: 3,
        tries: 2,
        code: 'UNABLE_TO_LOCK_ROW',
        message: 'unable to obtain exclusive access to this record',
      },
    ],
  ] as const
).map(([fault, match, rule]) =>
  byJobs({
    fault: `Salesforce: ${fault}`,
    outcome: all,
    arm: async (world) => await world.arm('salesforce', { match, ...rule }),
  }),
);

const others: readonly Scenario[] = [
  byJobs({
    fault: 'Salesforce: every bulk job fails',
    outcome: `Stops: “Salesforce gave an answer that could not be used: a bulk job failed: InternalServerError : Retried too many times. Try again; what was sent is checked before anything is sent twice.” Taken up again: ${all}`,
    arm: async (world) =>
      await world.arm('salesforce', { match: {}, fault: 'job-failed', processed: 0, times: always }),
  }),
  byJobs({
    fault: 'Salesforce: the day’s calls run out between two jobs (403)',
    outcome: `Stops: “Salesforce has no calls left for today: TotalRequests Limit exceeded. What was done so far is kept. Go on tomorrow: only what is left is done then, and nothing twice.” Taken up again: ${all}`,
    arm: async (world) =>
      await world.arm('salesforce', { match: open, after: 1, fault: 'status', status: 403, times: always }),
  }),
  byJobs({
    fault: 'Salesforce: an account of a job is deleted while the job is uploaded',
    outcome: `39 of 40 written. 1 failed: “The account is no longer in Salesforce: it was deleted or merged. Export again.” Tried again: 0 of 1 written. 1 refused: “The account no longer exists in Salesforce (deleted or merged).”`,
    arm: async (world, pairs) =>
      await world.arm('salesforce', {
        match: upload,
        fault: 'meanwhile',
        changes: [{ kind: 'remove', id: pairs[20]?.accountId }],
      }),
  }),
  byJobs({
    fault: 'Salesforce: an account is edited between the export and a job',
    outcome: `39 of 40 written. 1 refused: “The account was changed in Salesforce since the export. ${again}”`,
    arm: async (world, pairs) =>
      void (await world.control('salesforce', `records/${pairs[20]?.accountId}`, {
        changes: { Phone: '555 0100' },
      })),
  }),
];

/** A run that goes on by calls, because its job waits longer than what was read again may be old. */
const tooLong: Scenario = {
  ...byJobs({
    fault: 'Salesforce: a job does not begin before what was read again grows old',
    outcome: all,
    arm: async (world) => await world.arm('salesforce', { match: asked, fault: 'job-stuck', times: always }),
  }),
  linkRuns: { collectionsUpTo: 20, job: 30, queuedFor: 100 },
};

/** Lets a job wait, and gives the world to whoever breaks in on it. */
async function whileItWaits(world: World, act: (work: Promise<unknown>) => Promise<void>): Promise<number> {
  await confirmPairs(world, links);
  await world.arm('salesforce', { match: asked, fault: 'job-stuck', times: always });
  const { fingerprint, warnings } = await world.call('write.plan', {});
  const work = world.attempt('write.start', { fingerprint, acceptWarnings: warnings.length > 0 });
  const waits = () => world.steps.some((step) => step.includes('waits in Salesforce'));
  for (let tries = 0; !waits(); tries += 1) {
    assert.ok(tries < 400, 'no job was waited for');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await act(work);
  const [run] = await world.call('runs.list', {});
  assert.ok(run !== undefined);
  return run.id;
}

const killed: Scenario = {
  fault: 'Counterpart: killed while a job waits in Salesforce; the job ends meanwhile',
  during: `Write of ${links} links by bulk jobs`,
  outcome: `The run is interrupted. Taken up again: ${all}`,
  linkRuns: { collectionsUpTo: 20, job: 30 },
  async run(world) {
    await whileItWaits(world, async (work) => {
      await world.killed(work);
    });
    const [run] = await world.call('runs.list', {});
    assert.equal(run?.status, 'interrupted');
    await world.disarm();
    const resumed = await world.call('write.resume', { runId: run.id });
    await assertJournalIsTrue(world);
    return `The run is interrupted. Taken up again: ${(await told(world, resumed)).words}`;
  },
};

const stopped: Scenario = {
  fault: 'Counterpart: stopped while a job waits in Salesforce',
  during: `Write of ${links} links by bulk jobs`,
  outcome: `The job is taken back: 5 written, 35 not sent. Taken up again: ${all}`,
  linkRuns: { collectionsUpTo: 20, job: 30 },
  async run(world) {
    await whileItWaits(world, async (work) => {
      await world.call('operation.cancel', {});
      await world.arm('salesforce');
      await work;
    });
    const [run] = await world.call('runs.list', {});
    assert.equal(run?.status, 'cancelled');
    await assertJournalIsTrue(world);
    const { counts } = run;
    const words = `The job is taken back: ${counts.done} written, ${counts.planned} not sent.`;
    const resumed = await world.attempt('write.resume', { runId: run.id });
    assert.ok(resumed.ok, resumed.ok ? '' : sentence(resumed.error));
    await assertJournalIsTrue(world);
    return `${words} Taken up again: ${(await told(world, resumed.value)).words}`;
  },
};

/** Everything that goes wrong with a write of links by bulk jobs. */
export const bulkWriteScenarios: readonly Scenario[] = [...calls, ...others, tooLong, killed, stopped];
