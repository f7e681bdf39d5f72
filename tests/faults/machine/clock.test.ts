import { describe, expect, test } from 'vitest';
import { openProject } from '#app/project/index.ts';
import type { LinkWrite } from '#app/sources/index.ts';
import { linksOf, runLinks, writingLinks } from '#app/write/index.ts';
import { atOnce } from '#shared/steps.ts';
import { FakeServices } from '../../support/fake-services.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { anOrganisation } from '../../support/projects.ts';
import { aCustomer, anAccount } from '../../support/records.ts';
import { aPerson, aProjectIn } from './office-on.ts';

const hour = 3_600_000;
const noon = Date.parse('2026-02-03T12:00:00.000Z');

test('decisions stand in the order in which they were taken, wherever the clock jumps meanwhile', async () => {
  const path = aProjectIn(temporaryFolder());
  let at = noon;
  const { call, decide, stateOf } = aPerson({ now: () => new Date(at) });
  await call('project.open', { path });
  await decide(1);
  at -= 24 * hour;
  await decide(2);
  at += 1_000 * hour;
  await decide(3);
  at -= 2_000 * hour;
  await decide(3, 'reject');
  const { batches } = await call('review.history', { before: null, limit: 10 });
  const order = batches.map(({ batch }) => batch);
  expect(order).toEqual(order.toSorted((a, b) => b - a));
  await call('review.undo', {});
  expect(await stateOf(3)).toBe('confirmed');
  await call('project.close', {});
  await call('project.open', { path });
  await call('review.undo', {});
  expect([await stateOf(1), await stateOf(2), await stateOf(3)]).toEqual([
    'confirmed',
    'confirmed',
    'suggested',
  ]);
});

describe('a run of links, when the machine sleeps or its clock is set between reading an account and writing to it', () => {
  test.each([
    ['an hour later', hour],
    ['an hour earlier', -hour],
  ])(
    'wakes up %s: sends nothing on what it read before, reads again, and then writes each link once',
    async (_how, jump) => {
      const accounts = [1, 2, 3].map((n) => anAccount(n));
      const customers = [1, 2, 3].map((n) => aCustomer(n));
      const project = openProject(aProjectIn(temporaryFolder()));
      let at = noon;
      let jumps = 2;
      const told: string[] = [];

      /** The machine sleeps right after it has read what it wants to write on. */
      class SleepyServices extends FakeServices {
        override async readLinks(...given: Parameters<FakeServices['readLinks']>) {
          const read = await super.readLinks(...given);
          told.push('read');
          if (jumps > 0) at += jump;
          jumps -= 1;
          return read;
        }

        override async writeLinks(links: readonly LinkWrite[]) {
          told.push('write');
          return await super.writeLinks(links);
        }
      }
      const services = new SleepyServices(accounts, customers);
      const links = linksOf(
        accounts.map((account, n) => {
          const customer = customers[n] ?? aCustomer(0);
          const target = { customerId: customer.id, syncToken: customer.syncToken };
          return { account, customer, decisionSeq: n + 1, target };
        }),
      );
      const run = project.journal.begin(atOnce(links), anOrganisation, 'Ann', new Date(noon));
      const ended = await runLinks(
        run,
        writingLinks({
          salesforce: services,
          quickbooks: services,
          severalAccounts: false,
          isInForce: () => true,
        }),
        {
          salesforce: services,
          journal: project.journal,
          now: () => new Date(at),
          onWritten: () => undefined,
          limits: { pauses: [0, 0, 0], lockPauses: [0] },
        },
        { signal: new AbortController().signal, progress: () => undefined },
      );
      expect(ended).toBe('finished');
      expect(told.slice(0, 4)).toEqual(['read', 'read', 'read', 'write']);
      expect([...services.writes.values()]).toEqual([1, 1, 1]);
      project.close();
    },
  );
});
