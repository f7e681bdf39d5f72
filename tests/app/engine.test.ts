import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEngine, type Engine } from '#app/engine.ts';
import type { AppEvent } from '#shared/contract.ts';
import { temporaryFolder } from '../support/folder.ts';

/** An engine with a home of its own and no connections from the environment. */
function anEngine() {
  const folder = temporaryFolder();
  const home = { projects: join(folder, 'projects'), state: join(folder, 'state') };
  const engine = createEngine({ version: '1.2.3', home, author: 'tester', environment: {} });
  const events: AppEvent[] = [];
  engine.onEvent((event) => events.push(event));
  onTestFinished(() => engine.close());
  return { engine, events };
}

describe('a call', () => {
  test('answers with a value', async () => {
    const { engine } = anEngine();
    expect(await engine.handle('app.info', {})).toMatchObject({ ok: true, value: { version: '1.2.3' } });
  });

  test.each([
    ['an unknown name', 'app.destroy', {}],
    ['a name that every object has', 'constructor', {}],
    ['a name that is no text', 7, {}],
    ['input that the contract does not know', 'project.open', { path: '/x', also: 1 }],
    ['input of the wrong kind', 'review.decide', 'confirm everything'],
  ])('with %s is refused before anything is done', async (_case, method, input) => {
    const { engine } = anEngine();
    expect(await engine.handle(method, input)).toMatchObject({ ok: false, error: { code: 'input-invalid' } });
  });

  test('that needs a project says so when none is open', async () => {
    const { engine } = anEngine();
    expect(await engine.call('review.rows', { from: 0 })).toMatchObject({
      ok: false,
      error: { code: 'project-none' },
    });
  });
});

describe('opening projects', () => {
  test('all at once ends with the last one open, and with its own connections', async () => {
    const { engine } = anEngine();
    const [practice, again, own] = await Promise.all([
      engine.call('practice.open', {}),
      engine.call('practice.open', {}),
      engine.call('project.create', { name: 'My company' }),
    ]);
    expect([practice.ok, again.ok, own.ok]).toEqual([true, true, true]);
    expect(await engine.call('app.overview', {})).toMatchObject({
      value: {
        project: { name: 'My company', practice: false },
        connections: { salesforce: { kind: 'none' }, quickbooks: { kind: 'none' } },
      },
    });
  });

  test('is refused while an export runs, which then ends well', async () => {
    const { engine } = anEngine();
    await engine.call('practice.open', {});
    // On a busy machine the code of a call that is made first could come after the export's end.
    await engine.call('app.info', {});
    await engine.call('match.settings', {});
    const exporting = engine.call('sources.export', {});
    // At once: awaited one by one, the last could come after the export's end.
    const refused = await Promise.all([
      engine.call('project.create', { name: 'Other' }),
      engine.call('practice.reset', {}),
      engine.call('match.run', {}),
    ]);
    const busy = { code: 'busy', data: { operation: 'exporting' } };
    for (const result of refused) expect(result).toMatchObject({ error: busy });
    expect((await exporting).ok).toBe(true);
  });
});

describe('the practice company', () => {
  const anywhere = { salesforcePort: 0, quickbooksPort: 0 };
  const answers = async (url: string) =>
    await fetch(url).then(
      () => true,
      () => false,
    );
  const startedAt = async (engine: Engine) => {
    const started = await engine.call('practice.start', anywhere);
    return started.ok ? started.value.salesforceUrl : 'it did not start';
  };

  test('runs once, however often and at whatever moment it is started, and ends with the program', async () => {
    const { engine } = anEngine();
    const urls = [...(await Promise.all([startedAt(engine), startedAt(engine)])), await startedAt(engine)];
    expect(await Promise.all(urls.map(answers))).toEqual([false, false, true]);
    await engine.close();
    expect(await Promise.all(urls.map(answers))).toEqual([false, false, false]);
  });

  test('is not put in the place of the one that an export works with', async () => {
    const { engine } = anEngine();
    await engine.call('practice.open', {});
    const exporting = engine.call('sources.export', {});
    expect(await engine.call('practice.start', anywhere)).toMatchObject({ error: { code: 'busy' } });
    expect((await exporting).ok).toBe(true);
  });
});

describe('a long operation', () => {
  test('tells its progress at most ten times a second, and its end', async () => {
    const { engine, events } = anEngine();
    await engine.call('practice.open', {});
    const started = performance.now();
    await engine.call('sources.export', {});
    const most = Math.ceil((performance.now() - started) / 100) + 1;
    const told = events.filter(({ name }) => name === 'progress').length;
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThanOrEqual(most);
    expect(events.at(-1)).toEqual({ name: 'operation-ended', payload: { operation: 'export' } });
  });

  test('stops when asked to, and leaves the project as it was', async () => {
    const { engine } = anEngine();
    await engine.call('practice.open', {});
    const exporting = engine.call('sources.export', {});
    await engine.call('operation.cancel', {});
    expect(await exporting).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await engine.call('app.overview', {})).toMatchObject({
      value: { datasets: { salesforce: null, quickbooks: null }, running: null },
    });
  });

  test('is let end before the program closes the project under it', async () => {
    const { engine } = anEngine();
    await engine.call('practice.open', {});
    const exporting = engine.call('sources.export', {});
    await engine.close();
    expect(await exporting).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});
