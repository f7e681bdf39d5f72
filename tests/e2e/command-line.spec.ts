import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { type Home, launch, newHome, type Program } from './app.ts';
import {
  accountsAt,
  type Change,
  commands,
  control,
  customersAt,
  faultsMet,
  linkFields,
  startPracticeProgram,
  writesAt,
} from './practice.ts';

test.describe('the whole way by the command line, against a practice company in another process', () => {
  let practice: Program;
  let settings: Record<string, string>;
  let home: Home;
  /** A home with a project that is exported, matched and decided, as {@link confirmed} makes it; its pairs. */
  let decided: { readonly home: Home; readonly pairs: Map<string, string> } | null = null;
  let run: ReturnType<typeof commands>;
  let salesforce: string;
  const inHome = (name: string) => join(home.path, name);

  test.beforeEach(async () => {
    home = newHome();
    ({ program: practice, settings } = await startPracticeProgram());
    run = commands(settings, home.path);
    salesforce = settings.SALESFORCE_INSTANCE_URL ?? '';
  });
  test.afterEach(async () => {
    await practice.stop();
    home.remove();
  });

  test.afterAll(() => decided?.home.remove());

  /** What {@link confirmed} gives, made once: the practice company begins the same each time, down to its stamps. */
  async function alreadyConfirmed(): ReturnType<typeof confirmed> {
    if (decided === null) {
      const { project, pairs } = await confirmed();
      decided = { home: newHome(), pairs };
      copyFileSync(project, join(decided.home.path, 'acme.counterpart'));
    } else copyFileSync(join(decided.home.path, 'acme.counterpart'), inHome('acme.counterpart'));
    return { project: inHome('acme.counterpart'), pairs: decided.pairs };
  }

  /** A project with all certain suggestions confirmed; gives its path and the confirmed pairs as proposed. */
  async function confirmed(): Promise<{ project: string; pairs: Map<string, string> }> {
    const project = inHome('acme.counterpart');
    expect((await run('new', project)).code).toBe(0);
    expect((await run('export', project)).code).toBe(0);
    expect((await run('propose', project, '--out', inHome('proposals.csv'))).code).toBe(0);
    expect((await run('decide', project, '--confirm', 'certain')).code).toBe(0);
    const rows: Record<string, string>[] = parse(readFileSync(inHome('proposals.csv'), 'utf8'), {
      columns: true,
    });
    const chosen = rows.filter(
      (row) => row.rank === '1' && row.band === 'certain' && row.state === 'suggested',
    );
    return { project, pairs: new Map(chosen.map((row) => [row.account_id ?? '', row.customer_id ?? ''])) };
  }

  /** Everything that the practice Salesforce took: exactly these links, each once, and nothing else touched. */
  async function expectExactly(pairs: ReadonlyMap<string, string>): Promise<void> {
    const writes = (await writesAt(salesforce)).filter(({ path }) => !path.startsWith('/practice'));
    expect(linksIn(writes)).toEqual(Object.fromEntries([...pairs].sort()));
    expect(writes).toHaveLength(pairs.size);
    for (const { changes } of writes)
      expect(linkFields).toEqual(expect.arrayContaining(Object.keys(changes)));
    expect(await writesAt(settings.QUICKBOOKS_API_URL ?? '')).toEqual([]);
  }

  function linksIn(writes: readonly Change[]): Record<string, unknown> {
    return Object.fromEntries(writes.map(({ id, changes }) => [id, changes.qime__QB_ID__c?.[1]]).sort());
  }

  test('preflight says what both services say, and fails where something stands in the way', async () => {
    const project = inHome('acme.counterpart');
    await run('new', project);
    const well = await run('preflight', project);
    expect(well.code).toBe(0);
    expect(well.stdout).toMatch(/note +Signed in to Practice company/);
    expect(well.stdout).toMatch(/ok +qime__QB_ID__c can be written/);
    const body = [{ message: 'the describe is not for you', errorCode: 'INSUFFICIENT_ACCESS' }];
    const rule = { match: { pathIncludes: '/describe' }, fault: 'status', status: 403, body };
    await control(salesforce, 'faults', [rule]);
    const refused = await run('preflight', project);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/STOP +.*the describe is not for you/);
  });

  test('create makes customers of the accounts marked so, leaves out names that are taken, and creates nothing twice', async () => {
    const { project, pairs } = await alreadyConfirmed();
    const quickbooks = settings.QUICKBOOKS_API_URL ?? '';
    const before = await customersAt(quickbooks);
    const names = new Set(before.map(({ DisplayName }) => DisplayName));
    const accounts = [...(await accountsAt(salesforce)).values()];
    const taken = accounts.find(({ Id, Name }) => pairs.has(Id) && names.has(Name));
    const free = accounts.find(({ Id, Name }) => pairs.has(Id) && !names.has(Name));
    const rows = [taken, free].map((account) => `${account?.Id},,create-new`);
    writeFileSync(inHome('decisions.csv'), ['account_id,customer_id,decision', ...rows].join('\n'));
    expect((await run('decide', project, '--from', inHome('decisions.csv'))).code).toBe(0);

    const elsewhere = await run('create', project, '--in', 'elsewhere');
    expect([elsewhere.code, elsewhere.stdout]).toEqual([2, '']);
    const preview = await run('create', project, '--in', 'quickbooks', '--dry-run');
    expect(preview.code).toBe(0);
    expect(preview.stdout).toContain('1 customer would be created in Practice company (practice):');
    expect(preview.stderr).toContain(`left out, the name is taken by a customer, “${taken?.Name}”`);
    expect(await customersAt(quickbooks)).toEqual(before);

    const inPart = await run('create', project, '--in', 'quickbooks');
    expect([inPart.code, inPart.stdout]).toEqual([3, 'Run 1: 1 customer created and linked.\n']);
    const whole = await run('create', project, '--in', 'quickbooks', '--use-offered-names', '--json');
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.stdout).runs).toMatchObject([{ id: 2, creations: { linked: 1 } }]);
    const again = await run('create', project, '--in', 'quickbooks');
    expect([again.code, again.stdout]).toEqual([0, 'There is no customer to create.\n']);

    const made = (await customersAt(quickbooks)).slice(before.length);
    expect(made.map(({ DisplayName }) => DisplayName)).toEqual([
      free?.Name,
      expect.stringMatching(/ \([^)]+\)$/),
    ]);
    const after = await accountsAt(salesforce);
    expect([free, taken].map((account) => after.get(account?.Id ?? '')?.qime__QB_ID__c)).toEqual(
      made.map(({ Id }) => Id),
    );
  });

  test('another export tells what changed, and what of it is not written before it is decided anew', async () => {
    const { project, pairs } = await alreadyConfirmed();
    const [account = ''] = [...pairs.keys()];
    await control(salesforce, `records/${account}`, { changes: { Name: 'Quite Another Name Ltd' } });
    const again = await run('export', project);
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/Since \S+: 0 new accounts, 1 changed, 0 gone\./);
    expect(again.stderr).toMatch(/touches the decision or the link of 1 account;/);
    const plan = JSON.parse((await run('write', project, '--dry-run', '--json')).stdout);
    expect(plan.links).toHaveLength(pairs.size - 1);
    expect(plan.blocked).toMatchObject([{ accountId: account }]);
  });

  test('export takes the accounts that are named, the next one the same, and refuses names that are not there', async () => {
    const project = inHome('acme.counterpart');
    await run('new', project);
    const count = ({ stdout }: { readonly stdout: string }) =>
      Number(/Exported ([\d,]+) accounts?/.exec(stdout)?.[1]?.replace(',', ''));
    const some = await run('export', project, '--record-type', 'Partner', 'Prospect');
    expect(some.code).toBe(0);
    expect(some.stdout).toContain('Accounts of record type Partner or Prospect, and those linked already.');
    const same = await run('export', project);
    expect(count(same)).toBe(count(some));
    expect(count(same)).toBeLessThan(1_000);

    const unknown = await run('export', project, '--owner', 'Dana Whitlock', 'Nobody');
    expect([unknown.code, unknown.stdout]).toEqual([2, '']);
    expect(unknown.stderr).toMatch(/no owner "Nobody"\. Known: .*Dana Whitlock/);
    const refused = await run('export', project, '--where', 'Region__c = 1');
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining("No such column 'Region__c'"),
    ]);
    const both = await run('export', project, '--all', '--list-view', 'My Accounts');
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('not several')]);

    const all = await run('export', project, '--all', '--json');
    expect(JSON.parse(all.stdout).salesforce).toMatchObject({
      count: 1_182,
      origin: { choice: { kind: 'all' } },
    });
  });

  test('exactly the confirmed links, each written once, no other field touched', async () => {
    const before = await accountsAt(salesforce);
    const { project, pairs } = await confirmed();
    expect(pairs.size).toBeGreaterThan(200);

    const dry = await run('write', project, '--dry-run', '--json');
    expect(JSON.parse(dry.stdout).links).toHaveLength(pairs.size);
    expect(await writesAt(salesforce)).toEqual([]);

    const written = await run('write', project, '--json');
    expect(written.code).toBe(0);
    await expectExactly(pairs);

    const after = await accountsAt(salesforce);
    for (const [id, account] of after) {
      const expected = pairs.get(id) ?? before.get(id)?.qime__QB_ID__c;
      expect(account.qime__QB_ID__c ?? null).toBe(expected ?? null);
    }
    const again = await run('write', project);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('no confirmed links')]);
    await expectExactly(pairs);
    expect(JSON.parse((await run('status', project, '--json')).stdout).review.states.written).toBe(
      pairs.size,
    );
  });

  for (const [how, fault] of [
    ['before Salesforce has taken the call', { fault: 'delay', ms: 20_000 }],
    ['after Salesforce has taken the call', { fault: 'delay-after', ms: 20_000 }],
  ] as const) {
    test(`killed in the middle of a write, ${how}, and resumed: nothing lost, nothing twice`, async () => {
      const { project, pairs } = await alreadyConfirmed();
      await control(salesforce, 'faults', [
        { match: { method: 'PATCH', pathIncludes: 'composite' }, after: 1, times: 1, ...fault },
      ]);
      const victim = launch('main/cli/main.ts', ['write', project], {
        ...settings,
        COUNTERPART_HOME: home.path,
      });
      // The first five are written; the call with the next 200 is at Salesforce, and has been taken there or not.
      await expect.poll(() => faultsMet(salesforce)).toBe(2);
      const taken = fault.fault === 'delay' ? 5 : 205;
      await expect.poll(async () => (await writesAt(salesforce)).length).toBe(taken);
      expect(victim.process.exitCode).toBeNull();
      await victim.stop('SIGKILL');

      const status = JSON.parse((await run('status', project, '--json')).stdout);
      expect(status.runs[0].status).toBe('interrupted');
      expect(status.runs[0].counts.sent).toBeGreaterThan(0);

      expect((await run('write', project)).code).toBe(0);
      await expectExactly(pairs);
    });
  }

  test('what somebody changed meanwhile is refused and shown, the rest is written', async () => {
    const { project, pairs } = await alreadyConfirmed();
    const [edited, taken] = [...pairs.keys()];
    await control(salesforce, `records/${edited}`, { changes: { Phone: '(206) 555-0100' } });
    await control(salesforce, `records/${taken}`, { changes: { qime__QB_ID__c: '424242' } });

    const written = await run('write', project, '--json');
    expect(written.code).toBe(3);
    const problems = JSON.parse(written.stdout).problems as {
      accountId: string;
      state: string;
      message: string;
    }[];
    expect(problems.map(({ accountId, state }) => [accountId, state]).sort()).toEqual(
      [
        [edited, 'refused'],
        [taken, 'refused'],
      ].sort(),
    );
    expect((await accountsAt(salesforce)).get(taken ?? '')?.qime__QB_ID__c).toBe('424242');
    const rest = new Map([...pairs].filter(([id]) => id !== edited && id !== taken));
    await expectExactly(rest);
  });

  test('a run is undone: previewed first, in part where somebody changed something, and once only', async () => {
    const before = await accountsAt(salesforce);
    const { project, pairs } = await alreadyConfirmed();
    expect((await run('write', project)).code).toBe(0);
    const [taken = ''] = [...pairs.keys()];
    await control(salesforce, `records/${taken}`, { changes: { qime__QB_ID__c: '424242' } });
    const written = (await writesAt(salesforce)).length;

    const wrong = await run('undo', project, '--run', 'first');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('first is no number of a run')]);
    const unknown = await run('undo', project, '--run', '9');
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('There is no run 9')]);

    const dry = await run('undo', project, '--run', '1', '--dry-run', '--json');
    expect(dry.code).toBe(0);
    const plan = JSON.parse(dry.stdout);
    expect(plan.restored).toHaveLength(pairs.size - 1);
    expect(plan.skipped).toMatchObject([{ accountId: taken, message: expect.stringContaining('424242') }]);
    expect(await writesAt(salesforce)).toHaveLength(written);

    const undone = await run('undo', project, '--run', '1');
    expect([undone.code, undone.stdout]).toEqual([
      3,
      `Run 2, undo of run 1: ${pairs.size - 1} accounts restored, 1 refused because something changed.\n`,
    ]);
    expect(undone.stderr).toContain('it carries id 424242 now');
    for (const [id, account] of await accountsAt(salesforce)) {
      const expected = id === taken ? '424242' : (before.get(id)?.qime__QB_ID__c ?? null);
      expect(account.qime__QB_ID__c ?? null).toBe(expected);
    }
    expect(await writesAt(settings.QUICKBOOKS_API_URL ?? '')).toEqual([]);

    const again = await run('undo', project, '--run', '1');
    expect([again.code, again.stdout]).toEqual([
      3,
      expect.stringContaining('Nothing of run 1 can be undone.'),
    ]);
    // What was undone is not written again by itself, nor confirmed again with many others.
    expect(JSON.parse((await run('write', project, '--dry-run', '--json')).stdout).links).toEqual([]);
    await run('decide', project, '--confirm', 'certain');
    expect(JSON.parse((await run('write', project, '--dry-run', '--json')).stdout).links).toEqual([]);

    const redone = await run('undo', project, '--run', '2', '--json');
    expect(redone.code).toBe(0);
    expect(JSON.parse(redone.stdout).run).toMatchObject({
      kind: 'undo-links',
      undoes: 2,
      counts: { done: pairs.size - 1 },
    });
    const linked = await accountsAt(salesforce);
    for (const [id, customer] of pairs) {
      expect(linked.get(id)?.qime__QB_ID__c).toBe(id === taken ? '424242' : customer);
    }
  });

  test('killed in the middle of an undo and given again: all is as before the run, nothing was sent twice', async () => {
    const before = await accountsAt(salesforce);
    const { project, pairs } = await alreadyConfirmed();
    expect((await run('write', project)).code).toBe(0);
    await control(salesforce, 'faults', [
      {
        match: { method: 'PATCH', pathIncludes: 'composite' },
        after: 1,
        times: 1,
        fault: 'delay-after',
        ms: 20_000,
      },
    ]);
    const victim = launch('main/cli/main.ts', ['undo', project, '--run', '1'], {
      ...settings,
      COUNTERPART_HOME: home.path,
    });
    await expect.poll(async () => (await writesAt(salesforce)).length).toBe(pairs.size + 205);
    expect(victim.process.exitCode).toBeNull();
    await victim.stop('SIGKILL');

    const status = JSON.parse((await run('status', project, '--json')).stdout);
    expect(status.runs[0]).toMatchObject({ kind: 'undo-links', status: 'interrupted' });
    expect(status.runs[0].counts.sent).toBe(200);
    const finished = await run('undo', project, '--run', '1', '--json');
    expect(finished.code).toBe(0);
    expect(JSON.parse(finished.stdout).run).toMatchObject({ id: 2, counts: { done: pairs.size } });
    expect(await writesAt(salesforce)).toHaveLength(2 * pairs.size);
    for (const [id, account] of await accountsAt(salesforce)) {
      expect(account.qime__QB_ID__c ?? null).toBe(before.get(id)?.qime__QB_ID__c ?? null);
    }
  });

  test('a record that Salesforce refuses keeps its error and is tried again when asked to', async () => {
    const { project, pairs } = await alreadyConfirmed();
    await control(salesforce, 'faults', [
      { match: { method: 'PATCH', pathIncludes: 'composite' }, times: 1, fault: 'status', status: 503 },
    ]);
    const first = await run('write', project);
    expect([0, 1]).toContain(first.code);
    expect((await run('write', project, '--retry-failed')).code).toBe(0);
    await expectExactly(pairs);
  });
});
