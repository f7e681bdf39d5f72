import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEngine, type Engine } from '#app/engine.ts';
import { createProject, type NewDecision, type Project } from '#app/project/index.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { Origin } from '#shared/datasets.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { anOrganisation, aTime } from '../../support/projects.ts';
import { aCustomer, anAccount } from '../../support/records.ts';

const accountOf = (n: number) => AccountId.parse(`001${String(n).padStart(12, '0')}AAA`);
const customerOf = (n: number) => CustomerId.parse(`${100 + n}`);
const size = 6;

interface Content {
  /** Of each account: the customer whose id it carries, and then the one it is confirmed for; null for none. */
  readonly carried: readonly (number | null)[];
  readonly confirmed: readonly (number | null)[];
  readonly severalAccounts: boolean;
  /** The account that a second export found changed after it was decided on; null for none. */
  readonly drifted: number | null;
  readonly customersFrom?: Origin;
}

/** Makes a project as a merge or a later export can leave it: decisions need not fit each other. */
function fill(
  project: Project,
  { carried, confirmed, severalAccounts, drifted, customersFrom }: Content,
): void {
  const accounts = carried.map((has, n) => ({
    ...anAccount(n),
    id: accountOf(n),
    linkedCustomerId: has === null ? '' : customerOf(has),
  }));
  const customers = Array.from({ length: size }, (_, n) => ({ ...aCustomer(n), id: customerOf(n) }));
  const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
  const replace = (records: typeof accounts) =>
    project.records.replace(
      { ...common, records },
      { ...common, origin: customersFrom ?? anOrganisation, records: customers },
    );
  replace(accounts);
  project.teaching.choosePolicy({ subCustomers: true, severalAccounts });
  const decisions = confirmed.flatMap((n, account): NewDecision[] =>
    n === null ? [] : [{ accountId: accountOf(account), customerId: customerOf(n), kind: 'confirm' }],
  );
  if (decisions.length > 0) project.decisions.append(decisions, 'tester', aTime, project.records.revision());
  if (drifted !== null)
    replace(accounts.map((one, n) => (n === drifted ? { ...one, name: 'Another name' } : one)));
}

async function opened(content: Content) {
  const folder = temporaryFolder();
  const path = join(folder, 'test.counterpart');
  const project = createProject(path);
  fill(project, content);
  project.close();
  const home = { projects: folder, state: join(folder, 'state') };
  const engine = createEngine({ version: '1', home, author: 'tester', environment: {} });
  onTestFinished(() => engine.close());
  await engine.call('project.open', { path });
  return { engine, folder, call: calling(engine) };
}

function calling(engine: Engine) {
  return async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
    const result = await engine.call(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
    return result.value;
  };
}

const none = Array.from({ length: size }, () => null);
/** For each account a customer, or none as often as is said. */
const perAccount = (nones: number) =>
  fc.array(
    fc.oneof({ weight: nones, arbitrary: fc.constant(null) }, { weight: 3, arbitrary: fc.nat(size - 1) }),
    { minLength: size, maxLength: size },
  );
const anyContent = fc.record({
  carried: perAccount(6),
  confirmed: perAccount(1),
  severalAccounts: fc.boolean(),
  drifted: fc.option(fc.nat(size - 1)),
});

describe('links for another program to load', () => {
  test('are those of the write plan, no more and no less, and whoever is left out is told why', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, async (content) => {
        const { engine, folder, call } = await opened(content);
        const { links, blocked } = await call('write.plan', {});
        const path = join(folder, 'links.csv');
        const saved = await call('worksheet.saveLinks', { what: 'to-write', path });
        const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
        expect(lines[0]).toBe('Id,qime__QB_ID__c');
        expect(lines.slice(1)).toEqual(
          links.map(({ accountId, after }) => `${accountId},${after.customerId}`),
        );
        expect(saved.rows).toBe(links.length);
        expect(saved.leftOut.map(({ accountId }) => accountId).sort()).toEqual(
          blocked.map(({ accountId }) => accountId).sort(),
        );
        const customers = lines.slice(1).map((line) => line.split(',')[1]);
        if (!content.severalAccounts) {
          expect(new Set(customers).size).toBe(customers.length);
          const carried = content.carried.flatMap((n) => (n === null ? [] : [customerOf(n)]));
          expect(carried.filter((id) => customers.includes(id))).toEqual([]);
        }
        await engine.close();
      }),
      { numRuns: 25 },
    );
  });

  test('leave out a pair that an export changed since, and say that', async () => {
    const { call } = await opened({
      carried: none,
      confirmed: [0, 1, null, null, null, null],
      severalAccounts: false,
      drifted: 1,
    });
    const { rows, leftOut } = await call('worksheet.saveLinks', { what: 'to-write', path: null });
    expect(rows).toBe(1);
    expect(leftOut).toMatchObject([{ accountId: accountOf(1), reason: 'changed-since' }]);
  });

  test('of a file of customers need no connection where it has ids, and wait for one where it has none', async () => {
    const confirmed = [0, null, null, null, null, null];
    const content = { carried: none, confirmed, severalAccounts: false, drifted: null };
    const withIds = await opened({
      ...content,
      customersFrom: { kind: 'file', fileName: 'c.csv', hasIds: true },
    });
    expect((await withIds.call('worksheet.saveLinks', { what: 'to-write', path: null })).rows).toBe(1);
    const without = await opened({
      ...content,
      customersFrom: { kind: 'file', fileName: 'c.csv', hasIds: false },
    });
    const saved = await without.call('worksheet.saveLinks', { what: 'to-write', path: null });
    expect([saved.rows, saved.leftOut[0]?.reason]).toEqual([0, 'customer-unknown']);
  });

  test('that were written can be saved as a record, and an unfinished run is to be finished first', async () => {
    const { engine, call } = await opened({
      carried: none,
      confirmed: [0, 1, null, null, null, null],
      severalAccounts: false,
      drifted: null,
    });
    expect((await call('worksheet.saveLinks', { what: 'written', path: null })).rows).toBe(0);
    await engine.close();
    const folder = temporaryFolder();
    const path = join(folder, 'test.counterpart');
    const project = createProject(path);
    fill(project, {
      carried: none,
      confirmed: [0, 1, null, null, null, null],
      severalAccounts: false,
      drifted: null,
    });
    const link = (n: number) => ({
      accountId: accountOf(n),
      accountName: `Account ${n}`,
      customerId: customerOf(n),
      customerName: `Customer ${n}`,
      before: { customerId: '', syncToken: '' },
      after: { customerId: customerOf(n), syncToken: '0' },
      decisionSeq: n + 1,
      accountModstamp: '',
    });
    const run = project.journal.begin([link(0), link(1)], anOrganisation, 'tester', aTime);
    project.journal.record(
      run,
      [{ accountId: accountOf(0), state: 'done', message: '', serviceMessage: '' }],
      aTime,
    );
    project.close();
    const again = createEngine({
      version: '1',
      home: { projects: folder, state: folder },
      author: 'tester',
      environment: {},
    });
    onTestFinished(() => again.close());
    await again.call('project.open', { path });
    expect(await again.call('worksheet.saveLinks', { what: 'to-write', path: null })).toMatchObject({
      error: { code: 'write-unfinished' },
    });
    const saved = await calling(again)('worksheet.saveLinks', { what: 'written', path: null });
    expect(readFileSync(saved.path, 'utf8')).toBe(`Id,qime__QB_ID__c\n${accountOf(0)},${customerOf(0)}\n`);
  });
});
