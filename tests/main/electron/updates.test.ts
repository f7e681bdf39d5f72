import { beforeEach, describe, expect, test, vi } from 'vitest';
import { electronStandIn } from './stand-in.ts';

const electron = vi.hoisted(() => ({ current: null as unknown }));
vi.mock('electron', () => {
  const standIn = electronStandIn();
  electron.current = standIn;
  return standIn;
});
const { checkForUpdate, hasFeed } = await import('../../../main/electron/updates.ts');
const { dialog } = electron.current as ReturnType<typeof electronStandIn>;

/** An updater that finds this; `answer` is what the person says when asked. */
function updater(found: { isUpdateAvailable: boolean; version: string } | null | Error, answer = 0) {
  dialog.showMessageBox.mockResolvedValue({ response: answer });
  return {
    autoDownload: true,
    autoInstallOnAppQuit: false,
    logger: null,
    checkForUpdates: vi.fn(async () => {
      if (found instanceof Error) throw found;
      if (found === null) return null;
      const info = { version: found.version } as never;
      return { isUpdateAvailable: found.isUpdateAvailable, updateInfo: info, versionInfo: info };
    }),
    downloadUpdate: vi.fn(async () => []),
  };
}
const asked = () =>
  dialog.showMessageBox.mock.calls.map(([options]) => (options as { message: string }).message);

describe('a newer version', () => {
  beforeEach(() => vi.clearAllMocks());

  test('is fetched when the person says so, and put in place when the app is quit', async () => {
    const found = updater({ isUpdateAvailable: true, version: '2.0.0' });
    await checkForUpdate(async () => found);
    expect(found).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: true });
    expect(found.downloadUpdate).toHaveBeenCalledOnce();
    expect(asked()).toEqual(['Counterpart 2.0.0 is there. Fetch it?', 'Counterpart 2.0.0 is fetched.']);
  });

  test('is left when the person does not want it', async () => {
    const found = updater({ isUpdateAvailable: true, version: '2.0.0' }, 1);
    await checkForUpdate(async () => found);
    expect(found.downloadUpdate).not.toHaveBeenCalled();
    expect(asked()).toHaveLength(1);
  });

  test.each([[null], [{ isUpdateAvailable: false, version: '1.0.0' }]])(
    'that is not there is told: %j',
    async (nothing) => {
      const found = updater(nothing);
      await checkForUpdate(async () => found);
      expect(asked()).toEqual(['This is the newest version.']);
    },
  );

  test('that cannot be asked for is told with the reason', async () => {
    await checkForUpdate(async () => updater(new Error('no network')));
    expect(dialog.showMessageBox).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ detail: expect.stringContaining('no network') }),
    );
  });

  test('is not looked for where the app was not packaged with a feed', () => {
    expect(hasFeed()).toBe(false);
  });
});
