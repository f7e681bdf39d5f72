import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { homeOf } from '#app/home/index.ts';
import { author } from '../author.ts';
import { version } from '../version.ts';
import { describeApp } from './about.ts';
import { bridge } from './bridge.ts';
import { channels } from './channels.ts';
import { EngineHost } from './engine-host.ts';
import { hostAnswers } from './host-questions.ts';
import { lockPages, refusePermissions } from './lockdown.ts';
import { LongRuns } from './long-runs.ts';
import { setMenu } from './menu.ts';
import { openAddress } from './open-address.ts';
import { notingOpened, OpenedFiles, projectAmong } from './opened-files.ts';
import { announceProtocol, serveWindow } from './protocol.ts';
import { quitGently } from './quitting.ts';
import { systemSecrets } from './secrets.ts';
import { openWindow, showWindow } from './window.ts';

app.enableSandbox();
announceProtocol();
lockPages();
describeApp();

const files = new OpenedFiles();
// macOS tells of a file so, and may do it before the app is ready.
app.on('open-file', (event, path) => {
  event.preventDefault();
  files.take(path);
});
files.take(projectAmong(process.argv, process.cwd()));

if (app.requestSingleInstanceLock()) void run();
else app.quit();

async function run(): Promise<void> {
  const { projects, state } = homeOf(process.env);
  const windowState = join(state, 'window.json');
  app.on('second-instance', (_event, words, folder) => {
    void app.whenReady().then(() => showWindow(windowState));
    files.take(projectAmong(words, folder));
  });

  await app.whenReady();
  refusePermissions(session.defaultSession);
  serveWindow(join(app.getAppPath(), 'dist', 'renderer'));
  setMenu([], () => undefined);

  const tell = (channel: string, payload: unknown) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, payload);
  };
  const runs = new LongRuns();
  const engine = new EngineHost(
    { kind: 'start', projects, state, author: author(), version },
    {
      onEvent: (event) => {
        runs.hear(event);
        tell(channels.event, event);
      },
      onConnection: (connected) => {
        if (!connected) runs.forget();
        tell(channels.connection, connected);
      },
      onQuestion: hostAnswers(systemSecrets(join(state, 'secrets.json')), openAddress),
    },
  );
  const call = notingOpened((method, input) => engine.call(method, input));
  bridge({ call }, new Set());
  openWindow(windowState);
  files.begin(call);

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(windowState);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  quitGently({
    isChanging: () => runs.isChanging,
    end: () => engine.end(),
    // Who closed the last window and was asked then has none to keep going in.
    stay: () => showWindow(windowState),
  });
}
