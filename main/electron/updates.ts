import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, type MenuItemConstructorOptions } from 'electron';
import type { AppUpdater } from 'electron-updater';

/** The updater, as far as it is used here. */
type Updater = Pick<
  AppUpdater,
  'autoDownload' | 'autoInstallOnAppQuit' | 'logger' | 'checkForUpdates' | 'downloadUpdate'
>;

/** Whether this app was packaged with an address to look for newer versions at (see electron-builder.yml). */
export function hasFeed(): boolean {
  return app.isPackaged && existsSync(join(process.resourcesPath, 'app-update.yml'));
}

/** The menu's way to a newer version. Nothing is asked for by itself: the app calls nobody but the two services. */
export const updateItem: MenuItemConstructorOptions = {
  label: 'Check for updates…',
  click: () => void checkForUpdate(loadUpdater),
};

async function loadUpdater(): Promise<Updater> {
  const { default: updater } = await import('electron-updater');
  return updater.autoUpdater;
}

/**
 * Looks for a newer version, and fetches it if the person wants it; it is put in place when the app is quit. The updater
 * checks its signature (macOS, Windows) and its SHA-512. Tells in a dialog what came of it; never throws.
 */
export async function checkForUpdate(load: () => Promise<Updater>): Promise<void> {
  try {
    const updater = await load();
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = true;
    updater.logger = null;
    const found = await updater.checkForUpdates();
    if (found === null || !found.isUpdateAvailable) {
      await tell('This is the newest version.', `Counterpart ${app.getVersion()}`);
      return;
    }
    const { version } = found.updateInfo;
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: `Counterpart ${version} is there. Fetch it?`,
      detail: `This is version ${app.getVersion()}. The new one is put in place when you quit; projects stay as they are.`,
      buttons: ['Fetch it', 'Not now'],
      defaultId: 0,
      cancelId: 1,
    });
    if (response !== 0) return;
    await updater.downloadUpdate();
    await tell(`Counterpart ${version} is fetched.`, 'It is put in place when you quit.');
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    await tell('No update could be fetched.', `${detail}\n\nThis version stays as it is. Try again later.`);
  }
}

async function tell(message: string, detail: string): Promise<void> {
  await dialog.showMessageBox({ type: 'info', message, detail, buttons: ['OK'] });
}
