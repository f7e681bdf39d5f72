import { resolve } from 'node:path';
import { BrowserWindow, dialog, type FileFilter, type IpcMainInvokeEvent, ipcMain, shell } from 'electron';
import { z } from 'zod';
import { Paper } from '#shared/door.ts';
import { AppError, reportOf } from '#shared/errors.ts';
import { MenuCommand } from '#shared/menu.ts';
import type { Result } from '#shared/result.ts';
import { showGuide } from './about.ts';
import { channels } from './channels.ts';
import type { EngineHost } from './engine-host.ts';
import { setMenu } from './menu.ts';
import { isAppAddress } from './origin.ts';
import { savePdf } from './save-pdf.ts';

const projectFilter = { name: 'Counterpart project', extensions: ['counterpart'] };
const worksheetFilter = { name: 'Excel worksheet', extensions: ['xlsx'] };
const recordsFilter = {
  name: 'CSV, Excel or IIF',
  extensions: ['csv', 'xlsx', 'xlsm', 'tsv', 'iif'],
};
const csvFilter = { name: 'CSV', extensions: ['csv'] };
const pdfFilter = { name: 'PDF', extensions: ['pdf'] };
const Name = z.string().min(1).max(255);

/** Answers the window's messages: calls go to the engine, dialogs are the system's. Others get nothing. */
export function bridge(engine: Pick<EngineHost, 'call'>, savedFiles: Set<string>): void {
  answer(channels.call, (_window, method, input) => engine.call(method, input));

  answer(channels.chooseProject, (window) => chooseFile(window, projectFilter));
  answer(channels.chooseRecords, (window) => chooseFile(window, recordsFilter));

  answer(channels.chooseSavePath, async (window, suggested) => {
    const name = Name.parse(suggested);
    return await askForPath(window, name, name.endsWith('.csv') ? csvFilter : worksheetFilter);
  });

  answer(channels.savePdf, async (window, suggested, paper): Promise<Result<string | null>> => {
    try {
      const size = Paper.parse(paper);
      const path = await askForPath(window, Name.parse(suggested), pdfFilter);
      if (path !== null) await savePdf(window.webContents, path, size);
      return { ok: true, value: path };
    } catch (error) {
      return { ok: false, error: reportOf(error) };
    }
  });

  async function askForPath(window: BrowserWindow, name: string, filter: FileFilter): Promise<string | null> {
    const options = { defaultPath: name, filters: [filter] };
    const { canceled, filePath } = await dialog.showSaveDialog(window, options);
    if (canceled || filePath === '') return null;
    savedFiles.add(resolve(filePath));
    return filePath;
  }

  answer(channels.showCommands, async (window, commands) => {
    const run = (id: string) => window.webContents.send(channels.command, id);
    setMenu(z.array(MenuCommand).max(1_000).parse(commands), run);
  });

  answer(channels.showGuide, showGuide);

  answer(channels.showFile, async (_window, path) => {
    // Only what was saved from this window: a page must not make the system reveal or open anything else.
    const wanted = resolve(z.string().parse(path));
    if (savedFiles.has(wanted)) shell.showItemInFolder(wanted);
  });
}

async function chooseFile(window: BrowserWindow, filter: Electron.FileFilter): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    filters: [filter],
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

type Answer = (window: BrowserWindow, ...input: unknown[]) => Promise<unknown>;

function answer(channel: string, handler: Answer): void {
  ipcMain.handle(channel, async (event, ...input) => {
    const window = windowOf(event);
    if (window === null) {
      return { ok: false, error: reportOf(new AppError('input-invalid', { detail: 'unknown sender' })) };
    }
    return await handler(window, ...input);
  });
}

/** The window a message comes from, if it is the app's own page in the main frame of an app window; else null. */
export function windowOf(event: IpcMainInvokeEvent): BrowserWindow | null {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isAppAddress(frame.url)) return null;
  return BrowserWindow.fromWebContents(event.sender);
}
