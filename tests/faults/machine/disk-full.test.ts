import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProject } from '#app/project/index.ts';
import { linksOf, runLinks, writingLinks } from '#app/write/index.ts';
import { atOnce } from '#shared/steps.ts';
import { FakeServices } from '../../support/fake-services.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { anOrganisation, aTime } from '../../support/projects.ts';
import { aCustomer, anAccount } from '../../support/records.ts';
import { aSmallDisk, noDisks } from '../../support/small-disk.ts';
import { aPerson, aProjectIn } from './office-on.ts';

describe.skipIf(noDisks !== null)('where the disk is full', () => {
  test('a decision that is not saved is said not to be, and stands nowhere; all others are there', async () => {
    const disk = aSmallDisk(4);
    const path = aProjectIn(disk.folder);
    const { call, decide, stateOf, decided } = aPerson();
    await call('project.open', { path });
    expect((await decide(1)).ok).toBe(true);
    disk.fill();
    let saved = 1;
    let refused = 0;
    // The log may still hold some: what counts is that each answer is true.
    for (let n = 2; n <= 300 && refused < 3; n++) {
      const result = await decide(n);
      if (result.ok) saved += 1;
      else {
        refused += 1;
        expect(result.error).toMatchObject({ code: 'project-disk-full' });
        expect(await stateOf(n)).toBe('suggested');
      }
    }
    expect(refused).toBe(3);
    disk.makeRoom();
    expect((await decide(300)).ok).toBe(true);
    expect(await decided()).toBe(saved + 1);
    await call('project.close', {});
    const again = openProject(path);
    expect(again.decisions.entries()).toHaveLength(saved + 1);
    again.close();
  });

  test('an import that finds no room leaves the records and decisions as they were; with room it is done', async () => {
    const disk = aSmallDisk(4);
    const path = aProjectIn(disk.folder);
    const { engine, call, decide, decided } = aPerson();
    await call('project.open', { path });
    await decide(1);
    const file = join(temporaryFolder(), 'accounts.csv');
    const rows = Array.from({ length: 2_000 }, (_, n) => `A${n + 1},New name ${n + 1}`);
    writeFileSync(file, ['Account ID,Account Name', ...rows].join('\n'));
    disk.fill();
    const given = { accounts: file, customers: null, contacts: null, map: null };
    expect(await engine.call('sources.import', given)).toMatchObject({
      error: { code: 'project-disk-full' },
    });
    expect((await call('app.overview', {})).datasets.salesforce?.count).toBe(300);
    expect(await decided()).toBe(1);
    disk.makeRoom();
    expect((await call('sources.import', given)).salesforce.count).toBe(2_000);
    expect(await decided()).toBe(1);
  });

  test('a worksheet that finds no room leaves the one before as it was, and nothing half-written', async () => {
    const disk = aSmallDisk(2);
    const path = aProjectIn(temporaryFolder());
    const { engine, call } = aPerson();
    await call('project.open', { path });
    const file = join(disk.folder, 'acme.xlsx');
    writeFileSync(file, 'the one before');
    disk.fill();
    expect(await engine.call('worksheet.save', { path: file })).toMatchObject({
      error: { code: 'file-cannot-write', data: { detail: 'the disk is full' } },
    });
    disk.makeRoom();
    expect(readFileSync(file, 'utf8')).toBe('the one before');
    expect(readdirSync(disk.folder)).toEqual(['acme.xlsx']);
    await call('worksheet.save', { path: file });
    expect(statSync(file).size).toBeGreaterThan(10_000);
  });

  test('a run whose journal finds no room stops; nothing is sent without it, and what was sent is settled by reading', async () => {
    const disk = aSmallDisk(4);
    const path = aProjectIn(disk.folder);
    const accounts = Array.from({ length: 300 }, (_, n) => anAccount(n + 1));
    const customers = accounts.map((_, n) => aCustomer(n + 1));
    const services = new FakeServices(accounts, customers);
    const project = openProject(path);
    const links = linksOf(
      accounts.map((account, n) => {
        const customer = customers[n] ?? aCustomer(0);
        const target = { customerId: customer.id, syncToken: customer.syncToken };
        return { account, customer, decisionSeq: n + 1, target };
      }),
    );
    const run = project.journal.begin(atOnce(links), anOrganisation, 'Ann', aTime);
    const kind = writingLinks({
      salesforce: services,
      quickbooks: services,
      severalAccounts: false,
      isInForce: () => true,
    });
    const carryOn = () =>
      runLinks(
        run,
        kind,
        { salesforce: services, journal: project.journal, now: () => aTime, onWritten: () => undefined },
        { signal: new AbortController().signal, progress: () => undefined },
      );
    // Full from the moment on at which Salesforce has carried the first call out.
    services.onCommit = () => disk.fill();
    await expect(carryOn()).rejects.toMatchObject({ code: 'project-disk-full' });
    const sentSoFar = services.writes.size;
    expect(sentSoFar).toBeLessThan(300);
    const { sent, unknown, done } = project.journal.counts(run);
    expect(sent + unknown + done).toBeGreaterThanOrEqual(sentSoFar);
    services.onCommit = () => undefined;
    disk.makeRoom();
    expect(await carryOn()).toBe('finished');
    expect(project.journal.counts(run).done).toBe(300);
    expect(Math.max(...services.writes.values())).toBe(1);
    project.close();
  });

  test('the program goes on where it cannot keep what is a convenience', async () => {
    const disk = aSmallDisk(1);
    disk.fill();
    const path = aProjectIn(temporaryFolder());
    const state = join(disk.folder, 'state');
    const { call } = aPerson({ home: { projects: temporaryFolder(), state } });
    expect(await call('preferences.set', { key: 'theme', value: '"dark"' })).toEqual({ theme: '"dark"' });
    expect(await call('preferences.all', {})).toEqual({ theme: '"dark"' });
    expect((await call('project.open', { path })).readOnly).toBe(false);
    expect(existsSync(join(state, 'preferences.json'))).toBe(false);
  });
});
