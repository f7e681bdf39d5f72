import { beforeEach, describe, expect, test, vi } from 'vitest';
import { electronStandIn } from './stand-in.ts';

const electron = vi.hoisted(() => ({ current: null as unknown }));
vi.mock('electron', () => {
  const standIn = electronStandIn();
  electron.current = standIn;
  return standIn;
});
const { quitGently } = await import('../../../main/electron/quitting.ts');
const { app, dialog } = electron.current as ReturnType<typeof electronStandIn>;

/** Asks the app to quit, as the system does; gives whether it may at once. */
function asked(): boolean {
  const event = { preventDefault: vi.fn() };
  app.emit('before-quit', event);
  return event.preventDefault.mock.calls.length === 0;
}

describe('quitting', () => {
  beforeEach(() => {
    app.removeAllListeners();
    vi.clearAllMocks();
  });

  test('waits until the engine has closed its project, however often it is asked', async () => {
    const closed = Promise.withResolvers<void>();
    const end = vi.fn(() => closed.promise);
    quitGently({ isChanging: () => false, end, stay: vi.fn() });
    expect([asked(), asked()]).toEqual([false, false]);
    expect(app.quit).not.toHaveBeenCalled();
    closed.resolve();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
    expect(end).toHaveBeenCalledOnce();
    expect(asked()).toBe(true);
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });

  test('in the middle of a write asks first, and “Keep going” leaves all as it is and shows the window', async () => {
    const end = vi.fn(async () => undefined);
    const stay = vi.fn();
    quitGently({ isChanging: () => true, end, stay });
    expect([asked(), asked()]).toEqual([false, false]);
    await vi.waitFor(() => expect(dialog.showMessageBox).toHaveBeenCalledOnce());
    await vi.waitFor(() => expect(stay).toHaveBeenCalledOnce());
    expect(end).not.toHaveBeenCalled();
    dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    await vi.waitFor(() => {
      asked();
      expect(app.quit).toHaveBeenCalledOnce();
    });
    expect(end).toHaveBeenCalledOnce();
  });
});
