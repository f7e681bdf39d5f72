import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Door } from '#shared/door.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type BrowserWindowStandIn, electronStandIn } from './stand-in.ts';

const electron = vi.hoisted(() => ({ current: null as unknown }));
vi.mock('electron', () => {
  const standIn = electronStandIn();
  electron.current = standIn;
  return standIn;
});

const { openWindow, showWindow } = await import('../../../main/electron/window.ts');
const { announceProtocol, serveWindow } = await import('../../../main/electron/protocol.ts');
await import('../../../main/electron/preload.ts');
const standIn = electron.current as ReturnType<typeof electronStandIn>;

const stateFile = () => join(temporaryFolder(), 'window.json');

describe('the window', () => {
  test('is isolated, sandboxed, and shows the app’s own page only', () => {
    const window = openWindow(stateFile()) as unknown as BrowserWindowStandIn;
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      preload: expect.stringMatching(/preload\.cjs$/),
    });
    expect(window.loaded).toBe('counterpart://app/index.html');
  });

  test('is shown once it has something to show', () => {
    const window = openWindow(stateFile()) as unknown as BrowserWindowStandIn;
    expect(window.shown).toBe(false);
    window.emit('ready-to-show');
    expect(window.shown).toBe(true);
  });

  test('is brought back where it is asked for: to the front, or anew where it was closed', () => {
    const open = standIn.BrowserWindow.getAllWindows();
    const all = vi.spyOn(standIn.BrowserWindow, 'getAllWindows').mockReturnValue([]);
    const before = open.length;
    showWindow(stateFile());
    const window = open.at(-1);
    if (window === undefined) throw new Error('no window was opened');
    expect(open).toHaveLength(before + 1);
    all.mockReturnValue([window]);
    showWindow(stateFile());
    expect(open).toHaveLength(before + 1);
    expect(window.focused).toBe(1);
    all.mockRestore();
  });

  test('is where and as it was when it was closed', () => {
    const file = stateFile();
    writeFileSync(
      file,
      JSON.stringify({ bounds: { x: 300, y: 40, width: 1000, height: 700 }, maximised: true }),
    );
    const window = openWindow(file) as unknown as BrowserWindowStandIn;
    expect(window.options).toMatchObject({ x: 300, y: 40, width: 1000, height: 700 });
    window.emit('ready-to-show');
    expect(window.maximised).toBe(true);
    window.maximised = false;
    window.emit('close');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      bounds: { x: 300, y: 40, width: 1000, height: 700 },
      maximised: false,
    });
  });

  test.each([
    ['on a screen that is gone', { bounds: { x: 5_000, y: 0, width: 900, height: 600 }, maximised: false }],
    [
      'above the screen, where it cannot be taken hold of',
      { bounds: { x: 0, y: -50, width: 900, height: 600 }, maximised: false },
    ],
    ['nonsense', { bounds: 'wide' }],
    [
      'wider than the system counts',
      { bounds: { x: 0, y: 0, width: 2 ** 31, height: 600 }, maximised: false },
    ],
  ])('opens in its usual place where the one remembered is %s', (_what, state) => {
    const file = stateFile();
    writeFileSync(file, JSON.stringify(state));
    const window = openWindow(file) as unknown as BrowserWindowStandIn;
    expect(window.options).toMatchObject({ width: 1280, height: 800 });
    expect(window.options.x).toBeUndefined();
  });
});

describe('the app’s own protocol', () => {
  const folder = temporaryPages();
  function temporaryPages(): () => string {
    return () => {
      const root = temporaryFolder();
      mkdirSync(join(root, 'pages'));
      writeFileSync(join(root, 'pages', 'index.html'), '<title>Counterpart</title>');
      writeFileSync(join(root, 'secret.txt'), 'secret');
      return join(root, 'pages');
    };
  }
  const get = async (address: string, method = 'GET') => {
    const handler = standIn.protocolHandlers.get('counterpart');
    return await handler?.(new Request(address, { method }));
  };

  test('is a standard, secure scheme', () => {
    announceProtocol();
    expect(standIn.protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
      expect.objectContaining({
        scheme: 'counterpart',
        privileges: expect.objectContaining({ standard: true, secure: true }),
      }),
    ]);
  });

  test('serves the built window with a policy that lets nothing else run', async () => {
    serveWindow(folder());
    const answer = await get('counterpart://app/index.html');
    expect(await answer?.text()).toContain('Counterpart');
    expect(answer?.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test.each([
    ['counterpart://app/..%2fsecret.txt', 404],
    ['counterpart://app/nothing.js', 404],
    ['counterpart://elsewhere/index.html', 403],
  ])('serves nothing else: %s', async (address, status) => {
    serveWindow(folder());
    expect((await get(address))?.status).toBe(status);
  });
});

describe('what the page gets from Electron', () => {
  test('is exactly the door', () => {
    const door = standIn.exposed.get('counterpart') as Door;
    expect(Object.keys(door).sort()).toEqual(['call', 'host', 'onConnection', 'onEvent']);
    expect(Object.keys(door.host).sort()).toEqual([
      'chooseProject',
      'chooseRecords',
      'chooseSavePath',
      'kind',
      'onCommand',
      'pathOf',
      'savePdf',
      'showCommands',
      'showFile',
      'showGuide',
    ]);
  });

  test('passes calls on and events back until told to stop', async () => {
    const door = standIn.exposed.get('counterpart') as Door;
    await door.call('app.info', {});
    expect(standIn.ipcRenderer.invoke).toHaveBeenCalledWith('counterpart:call', 'app.info', {});
    const heard = vi.fn();
    const stop = door.onEvent(heard);
    standIn.ipcRenderer.emit('counterpart:event', {}, { name: 'changed' });
    stop();
    standIn.ipcRenderer.emit('counterpart:event', {}, { name: 'changed' });
    expect(heard.mock.calls).toEqual([[{ name: 'changed' }]]);
  });
});
