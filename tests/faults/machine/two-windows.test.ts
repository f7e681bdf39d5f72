import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AppEvent } from '#shared/contract.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { accountId, customerId } from '../../support/records.ts';
import { anotherWindow } from './another-window.ts';
import { aPerson, aProjectIn } from './office-on.ts';

const confirmation = (n: number) => ({
  accountId: accountId(n),
  kind: 'confirm',
  customerId: customerId(n),
});

describe('two windows on one project', () => {
  test.each([
    ['is closed', 'project.close'],
    ['is killed', 'kill'],
  ])(
    'the second one can only read, and takes over once the first one %s, with all that was decided there',
    async (_how, end) => {
      const path = aProjectIn(temporaryFolder());
      const first = await anotherWindow(path);
      expect((await first.ask('review.decide', confirmation(1))).ok).toBe(true);
      const second = aPerson({ preparesAhead: true });
      const events: AppEvent[] = [];
      second.engine.onEvent((event) => events.push(event));
      expect((await second.call('project.open', { path })).readOnly).toBe(true);
      expect(await second.decide(2)).toMatchObject({ error: { code: 'project-read-only', data: { path } } });
      expect((await first.ask('review.decide', confirmation(3))).ok).toBe(true);

      if (end === 'kill') await first.kill();
      else await first.ask(end, {});
      const mayWrite = async () => (await second.call('app.overview', {})).project?.readOnly;
      await expect.poll(mayWrite).toBe(false);
      expect(events).toContainEqual({
        name: 'notice',
        payload: { side: null, message: expect.stringContaining('can be changed in this one now') },
      });
      expect([await second.stateOf(1), await second.stateOf(3)]).toEqual(['confirmed', 'confirmed']);
      expect((await second.decide(2)).ok).toBe(true);
      expect(await second.decided()).toBe(3);
    },
  );

  test('a lock that a power cut left behind locks nobody out', async () => {
    const path = aProjectIn(temporaryFolder());
    writeFileSync(`${path}-lock`, '');
    const { call, decide } = aPerson();
    expect((await call('project.open', { path })).readOnly).toBe(false);
    expect((await decide(1)).ok).toBe(true);
  });

  test('a window that went on to another project does not come back to the first', async () => {
    const path = aProjectIn(temporaryFolder());
    const other = aProjectIn(temporaryFolder());
    const first = await anotherWindow(path);
    const second = aPerson({ preparesAhead: true });
    await second.call('project.open', { path });
    await second.call('project.open', { path: other });
    await first.kill();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect((await second.call('app.overview', {})).project?.path).toBe(other);
  });

  test('a project of the practice company is looked at while another program has the company', async () => {
    const home = { projects: temporaryFolder(), state: temporaryFolder() };
    const first = aPerson({ home });
    const { path } = await first.call('practice.open', {});
    const second = aPerson({ home });
    await second.call('project.open', { path });
    expect((await second.call('review.summary', {})).toWrite).toBe(0);
    await second.call('project.close', {});
    expect(await second.engine.call('practice.open', {})).toMatchObject({
      error: { code: 'practice-in-use' },
    });
  });
});
