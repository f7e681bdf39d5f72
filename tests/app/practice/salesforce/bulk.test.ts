import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { salesforceOf, send } from '../clients.ts';

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
beforeEach(() => practice.reset());
afterAll(() => practice.close());

const arm = (...rules: object[]) => send(`${practice.salesforceUrl}/practice/faults`, 'POST', rules);
const accountIds = async (count: number) =>
  (
    await salesforceOf(practice).query<{ Id: string }>(`SELECT Id FROM Account ORDER BY Id LIMIT ${count}`)
  ).records.map(({ Id }) => Id);

async function anUploadedJob(rows: readonly Record<string, string>[]) {
  const job = salesforceOf(practice).bulk2.createJob({ object: 'Account', operation: 'update' });
  await job.open();
  await job.uploadData(rows.map((row) => ({ ...row })));
  await job.close();
  return job;
}

describe('an ingest job through jsforce', () => {
  test('goes from open to complete, and writes its rows', async () => {
    const [first = '', second = ''] = await accountIds(2);
    const connection = salesforceOf(practice);
    await connection.sobject('Account').update({ Id: second, Site: 'before', Sic: '1' });
    const job = await anUploadedJob([
      { Id: first, Site: 'written, "by" bulk' },
      { Id: second, Site: '#N/A' },
    ]);
    expect((await job.check()).state).toBe('InProgress');
    await job.poll(1, 5_000);
    expect(job.getInfo()).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 2,
      numberRecordsFailed: 0,
    });
    const results = await job.getSuccessfulResults();
    expect(results.map(({ sf__Id, sf__Created }) => [sf__Id, sf__Created]).toSorted()).toEqual([
      [first, 'false'],
      [second, 'false'],
    ]);
    expect(await connection.sobject('Account').retrieve([first, second])).toMatchObject([
      { Site: 'written, "by" bulk' },
      { Site: null, Sic: '1' },
    ]);
  });

  test('gives its results in an order that is not the file’s', async () => {
    const ids = await accountIds(50);
    const job = await anUploadedJob(ids.map((Id) => ({ Id, Site: 'x' })));
    await job.poll(1, 5_000);
    const found = (await job.getSuccessfulResults()).map(({ sf__Id }) => sf__Id);
    expect(found).not.toEqual(ids);
    expect(found.toSorted()).toEqual(ids.toSorted());
  });

  test('refuses rows one by one, each with its code', async () => {
    const [id = ''] = await accountIds(1);
    await arm({
      match: { record: id },
      fault: 'record-error',
      code: 'UNABLE_TO_LOCK_ROW',
      message: 'locked',
    });
    const job = await anUploadedJob([
      { Id: id, Site: 'x' },
      { Id: '001Hs00000ZZZZZAA0', Site: 'x' },
    ]);
    await job.poll(1, 5_000);
    const failed = await job.getFailedResults();
    expect(failed.map(({ sf__Error }) => sf__Error).toSorted()).toEqual([
      'INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--',
      'UNABLE_TO_LOCK_ROW:locked:--',
    ]);
  });

  test('that fails leaves the rest of its rows unprocessed', async () => {
    const ids = await accountIds(3);
    await arm({ match: {}, fault: 'job-failed', processed: 1 });
    const job = await anUploadedJob(ids.map((Id) => ({ Id, Site: 'x' })));
    await expect(job.poll(1, 5_000)).rejects.toThrow('Ingest job failed');
    expect(await job.getSuccessfulResults()).toHaveLength(1);
    expect(await job.getUnprocessedRecords()).toHaveLength(2);
  });

  test('may be deleted while it is queued, and not while it is open or under way', async () => {
    const [id = ''] = await accountIds(1);
    const open = salesforceOf(practice).bulk2.createJob({ object: 'Account', operation: 'update' });
    await open.open();
    await expect(open.delete()).rejects.toMatchObject({ errorCode: 'INVALIDJOBSTATE' });
    const queued = await anUploadedJob([{ Id: id, Site: 'x' }]);
    await queued.delete();
    await expect(queued.check()).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    const running = await anUploadedJob([{ Id: id, Site: 'x' }]);
    await running.check();
    await expect(running.delete()).rejects.toMatchObject({ errorCode: 'INVALIDJOBSTATE' });
  });

  test('stays queued where a fault holds it', async () => {
    const [id = ''] = await accountIds(1);
    await arm({ match: { pathIncludes: '/jobs/ingest/' }, fault: 'job-stuck', times: 2 });
    const job = await anUploadedJob([{ Id: id, Site: 'x' }]);
    const states: string[] = [];
    for (let asked = 0; asked < 4; asked += 1) states.push((await job.check()).state);
    expect(states).toEqual(['UploadComplete', 'UploadComplete', 'InProgress', 'JobComplete']);
  });
});

describe('a query job', () => {
  test('gives its results page by page, times ended by Z, the last page without a locator', async () => {
    const connection = salesforceOf(practice);
    const base = `${connection.instanceUrl}/services/data/v60.0/jobs/query`;
    const headers = { authorization: `Bearer ${connection.accessToken}` };
    const created = await send(
      base,
      'POST',
      { operation: 'query', query: 'SELECT Id, Owner.Name, SystemModstamp FROM Account' },
      headers,
    );
    const { id } = created.json as { id: string };
    for (let state = ''; state !== 'JobComplete'; ) {
      state = ((await send(`${base}/${id}`, 'GET', undefined, headers)).json as { state: string }).state;
    }
    const ids: string[] = [];
    let locator: string | null = '';
    while (locator !== 'null') {
      const page: Response = await fetch(
        `${base}/${id}/results${locator === '' ? '' : `?locator=${locator}`}`,
        { headers },
      );
      const [heading, ...rows] = (await page.text()).trim().split('\n');
      expect(heading).toBe('"Id","Owner.Name","SystemModstamp"');
      for (const row of rows) expect(row).toMatch(/^"001\w{15}","[\w ]+","[\d-]+T[\d:]+\.000Z"$/);
      ids.push(...rows.map((row) => row.slice(1, 19)));
      locator = page.headers.get('sforce-locator');
    }
    const counted = await connection.query('SELECT COUNT() FROM Account');
    expect(new Set(ids).size).toBe(counted.totalSize);
  });
});
