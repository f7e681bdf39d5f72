import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { createEngine } from '#app/engine.ts';
import type { Home } from '#app/home/index.ts';
import { practiceCompanyName, practiceOrganisationId, practiceRealmId } from '#app/practice/identity.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import { CustomerId, type RunId } from '#shared/ids.ts';

/** Does some work, and tells how long nobody else had a turn meanwhile. */
type Measure = (what: string, work: () => Promise<unknown>) => Promise<void>;

/** Records that are created, in the measured plans of both services. */
const created = 10_000;
const Environment = z.record(z.string(), z.unknown());

/**
 * Measures the calls of a large write, of an undo and of plans to create, on a matched project at `path`. It is made to
 * look exported from a practice company whose services have none of its records, so that a run rests after its first links.
 */
export async function measureWriting(home: Home, path: string, measured: Measure): Promise<void> {
  const practice = spawn(
    process.execPath,
    [fileURLToPath(new URL('./large-practice.ts', import.meta.url)), '10', '10', '10'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  try {
    const environment = Environment.parse(JSON.parse(String((await once(practice.stdout, 'data'))[0])));
    await measure(home, path, environment, measured);
  } finally {
    practice.kill();
  }
}

async function measure(
  home: Home,
  path: string,
  environment: z.infer<typeof Environment>,
  measured: Measure,
): Promise<void> {
  asExported(path);
  const connected = Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, String(value)]),
  );
  const engine = createEngine({
    version: '0',
    home,
    author: 'bench',
    environment: connected,
    preparesAhead: true,
  });
  async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const answer = await engine.handle(method, JSON.parse(JSON.stringify(input)));
    if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`);
    JSON.stringify(answer);
    return answer.value as MethodOutput<M>;
  }
  try {
    await call('project.open', { path });
    await call('review.search', { query: 'a', limit: 1 });
    await call('review.decideMany', { by: 'band', bands: ['certain', 'likely'] });
    await measureWrite(path, call, measured);
    await measureCreations(call, measured);
  } finally {
    await engine.close();
  }
}

type Call = <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;

async function measureWrite(path: string, call: Call, measured: Measure): Promise<void> {
  let fingerprint = '';
  await measured('previewing a write', async () => {
    const preview = await call('write.preview', {});
    fingerprint = preview.fingerprint;
    for (let from = 0; from < preview.count; ) {
      from += (await call('write.previewLinks', { fingerprint, from })).length;
    }
  });
  await measured('starting it, until its first links are back', () =>
    call('write.start', { fingerprint, acceptWarnings: true, acceptProduction: true }),
  );
  const [run] = await call('runs.list', {});
  if (run === undefined) throw new Error('no run was started');
  await measured('its journal', async () => {
    let piece = await call('runs.journalPage', { runId: run.id, last: null });
    while (piece.length > 0) {
      piece = await call('runs.journalPage', { runId: run.id, last: piece.at(-1)?.accountId ?? null });
    }
  });
  asWritten(path, run.id);
  await measured('previewing its undo', async () => {
    const undo = await call('undo.preview', { runId: run.id });
    ({ fingerprint } = undo);
    for (let from = 0; from < Math.max(undo.restoredCount, undo.skippedCount); from += 2_000) {
      await call('undo.previewAccounts', { fingerprint, from });
    }
  });
}

async function measureCreations(call: Call, measured: Measure): Promise<void> {
  const { rows } = await call('review.rows', { from: 0 });
  const accounts = rows.filter(({ state }) => state === 'no-candidate').slice(0, created);
  await call('review.decideMany', {
    by: 'list',
    decisions: accounts.map(({ accountId }) => ({ accountId, customerId: null, kind: 'create-new' })),
  });
  await measured(`planning ${accounts.length} customers`, () => previewCreations(call, 'quickbooks'));
  const customers: CustomerId[] = [];
  for (let from: number | null = 0; from !== null && customers.length < created; ) {
    const piece: MethodOutput<'review.customers'> = await call('review.customers', { from });
    customers.push(...piece.rows.map(({ customerId }) => CustomerId.parse(customerId)));
    from = piece.next;
  }
  const decisions = customers
    .slice(0, created)
    .map((customerId) => ({ customerId, kind: 'create-new' as const }));
  await call('review.decideCustomers', { decisions });
  await measured(`planning ${decisions.length} accounts`, () => previewCreations(call, 'salesforce'));
}

async function previewCreations(call: Call, side: Side): Promise<void> {
  const { count, number } = await call('create.preview', { in: side });
  for (let from = 0; from < count; ) {
    from += (await call('create.previewRecords', { in: side, number, from })).length;
  }
}

/** Lets both sides of a project look exported from the practice company. */
function asExported(path: string): void {
  const database = new Database(path);
  const set = database.prepare('UPDATE datasets SET origin = ? WHERE side = ?');
  for (const [side, organisationId] of Object.entries({
    salesforce: practiceOrganisationId,
    quickbooks: practiceRealmId,
  })) {
    const origin = {
      kind: 'service',
      organisationId,
      organisationName: practiceCompanyName,
      environment: 'sandbox',
    };
    set.run(JSON.stringify(origin), side);
  }
  database.close();
}

/** Lets everything that a run planned look written, so that there is something to undo. */
function asWritten(path: string, run: RunId): void {
  const database = new Database(path);
  database.prepare("UPDATE journal SET state = 'done' WHERE run_id = ?").run(run);
  database.close();
}
