import { beforeEach, describe, expect, test, vi } from 'vitest';
import { electronStandIn } from './stand-in.ts';

const electron = vi.hoisted(() => ({ current: null as unknown }));
vi.mock('electron', () => {
  const standIn = electronStandIn();
  electron.current = standIn;
  return standIn;
});

const { EngineHost } = await import('../../../main/electron/engine-host.ts');
const { processes } = electron.current as ReturnType<typeof electronStandIn>;
const start = { kind: 'start', projects: '/p', state: '/s', author: 'me', version: '1' } as const;

const deaf = { onEvent: vi.fn(), onConnection: vi.fn(), onQuestion: vi.fn() };

describe('the engine in a process of its own', () => {
  beforeEach(() => {
    processes.length = 0;
  });

  test('is told how to start, gets calls, and answers each to its caller', async () => {
    const host = new EngineHost(start, deaf);
    const [child] = processes;
    const [first, second] = [host.call('app.info', {}), host.call('project.recent', {})];
    expect(child?.sent).toEqual([
      start,
      { kind: 'call', id: 1, method: 'app.info', input: {} },
      { kind: 'call', id: 2, method: 'project.recent', input: {} },
    ]);
    child?.emit('message', { kind: 'answer', id: 2, result: { ok: true, value: 'second' } });
    child?.emit('message', { kind: 'answer', id: 1, result: { ok: true, value: 'first' } });
    expect([await first, await second]).toEqual([
      { ok: true, value: 'first' },
      { ok: true, value: 'second' },
    ]);
  });

  test('when it dies, open calls end with a clear error, the window is told, and a new one starts', async () => {
    const onConnection = vi.fn();
    const host = new EngineHost(start, { ...deaf, onConnection });
    const open = host.call('write.plan', {});
    processes[0]?.emit('exit', 1);
    expect(await open).toMatchObject({ ok: false, error: { code: 'engine-ended' } });
    expect(onConnection.mock.calls).toEqual([[false], [true]]);
    expect(processes[1]?.sent).toEqual([start]);
  });

  test('is not started for ever: after the third quick end, calls say so', async () => {
    const host = new EngineHost(start, deaf);
    for (let i = 0; i < 3; i++) processes.at(-1)?.emit('exit', 1);
    expect(processes).toHaveLength(3);
    expect(await host.call('app.info', {})).toMatchObject({ ok: false, error: { code: 'engine-gone' } });
  });

  test('is asked to end, and not started again', async () => {
    const host = new EngineHost(start, deaf);
    const ending = host.end();
    expect(processes[0]?.sent.at(-1)).toEqual({ kind: 'end' });
    processes[0]?.emit('message', { kind: 'ended' });
    await ending;
    expect([processes[0]?.killed, processes.length]).toEqual([true, 1]);
  });

  test('gets the answer to its question, and its successor does not', async () => {
    const answers: ((told: { ok: true; value: string }) => void)[] = [];
    const onQuestion = vi.fn(
      () => new Promise<{ ok: true; value: string }>((resolve) => void answers.push(resolve)),
    );
    new EngineHost(start, { ...deaf, onQuestion });
    const [child] = processes;
    child?.emit('message', { kind: 'question', id: 7, question: { ask: 'get', name: 'a' } });
    expect(onQuestion).toHaveBeenCalledWith({ ask: 'get', name: 'a' });
    child?.emit('exit', 1);
    for (const answer of answers) answer({ ok: true, value: 'secret' });
    await expect
      .poll(() => child?.sent.at(-1))
      .toEqual({ kind: 'told', id: 7, told: { ok: true, value: 'secret' } });
    expect(processes[1]?.sent).toEqual([start]);
  });
});
