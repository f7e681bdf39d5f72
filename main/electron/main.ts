import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { homeOf } from '#app/project/index.ts';
import { author } from '../author.ts';
import { version } from '../version.ts';
import { bridge } from './bridge.ts';
import { channels } from './channels.ts';
import { EngineHost } from './engine-host.ts';
import { hostAnswers } from './host-questions.ts';
import { lockPages, refusePermissions } from './lockdown.ts';
import { setMenu } from './menu.ts';
import { openAddress } from './open-address.ts';
import { announceProtocol, serveWindow } from './protocol.ts';
import { systemSecrets } from './secrets.ts';
import { openWindow } from './window.ts';

app.enableSandbox();
announceProtocol();
lockPages();

if (app.requestSingleInstanceLock()) void run();
else app.quit();

async function run(): Promise<void> {
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });

  await app.whenReady();
  refusePermissions(session.defaultSession);
  serveWindow(join(app.getAppPath(), 'dist', 'renderer'));
  setMenu([], () => undefined);

  const { projects, state } = homeOf(process.env);
  const tell = (channel: string, payload: unknown) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, payload);
  };
  const engine = new EngineHost(
    { kind: 'start', projects, state, author: author(), version },
    {
      onEvent: (event) => tell(channels.event, event),
      onConnection: (connected) => tell(channels.connection, connected),
      onQuestion: hostAnswers(systemSecrets(join(state, 'secrets.json')), openAddress),
    },
  );
  bridge(engine, new Set());
  openWindow();

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void engine.end().then(() => {
      ended = true;
      app.quit();
    });
  });
}
