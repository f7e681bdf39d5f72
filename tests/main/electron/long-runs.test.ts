import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppEvent, OperationKind } from '#shared/contract.ts';
import { BrowserWindowStandIn, electronStandIn, NotificationStandIn } from './stand-in.ts';

vi.mock('electron', () => electronStandIn());
const { LongRuns } = await import('../../../main/electron/long-runs.ts');

const window = new BrowserWindowStandIn({});
let now = 0;

const went = (operation: OperationKind, done: number, total: number | null): AppEvent => ({
  name: 'progress',
  payload: { operation, step: '', done, total },
});
const ended = (operation: OperationKind): AppEvent => ({ name: 'operation-ended', payload: { operation } });

describe('a long run', () => {
  beforeEach(() => {
    now = 0;
    NotificationStandIn.shown.length = 0;
    BrowserWindowStandIn.watched = null;
  });

  test('shows how far it is on the dock or the taskbar, and takes that away in the end', () => {
    const runs = new LongRuns(() => now);
    const seen = [
      went('match', 0, null),
      went('match', 25, 100),
      went('match', 130, 100),
      ended('match'),
    ].map((event) => {
      runs.hear(event);
      return window.progress;
    });
    expect(seen).toEqual([2, 0.25, 1, -1]);
  });

  test('tells that it ended where nobody watched, and brings the window back when asked', () => {
    const runs = new LongRuns(() => now);
    runs.hear(went('export', 0, null));
    now = 60_000;
    runs.hear(went('export', 9, null));
    runs.hear(ended('export'));
    expect(NotificationStandIn.shown.map(({ options }) => options.body)).toEqual(['The export has ended']);
    window.minimised = true;
    NotificationStandIn.shown[0]?.emit('click');
    expect([window.minimised, window.focused]).toEqual([false, 1]);
  });

  test('says nothing where somebody watched, or where it was short', () => {
    const runs = new LongRuns(() => now);
    runs.hear(went('export', 0, null));
    runs.hear(ended('export'));
    BrowserWindowStandIn.watched = window;
    runs.hear(went('export', 0, null));
    now = 60_000;
    runs.hear(ended('export'));
    expect(NotificationStandIn.shown).toEqual([]);
  });

  test.each<[OperationKind, boolean]>([
    ['write', true],
    ['create', true],
    ['undo', true],
    ['match', false],
    ['worksheet', false],
  ])('of the kind “%s” changes something at the services: %s', (operation, isChanging) => {
    const runs = new LongRuns(() => now);
    runs.hear(went(operation, 1, 2));
    expect(runs.isChanging).toBe(isChanging);
    runs.hear(ended(operation));
    expect(runs.isChanging).toBe(false);
  });

  test('that died with the engine is over', () => {
    const runs = new LongRuns(() => now);
    runs.hear(went('write', 1, 2));
    runs.forget();
    expect([runs.isChanging, window.progress]).toEqual([false, -1]);
  });
});
