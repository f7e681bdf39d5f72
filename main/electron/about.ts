import { join } from 'node:path';
import { app, type MenuItemConstructorOptions, shell } from 'electron';
import { version } from '../version.ts';

/** Says in the system's own panel what runs here: the program's version, and those of what it stands on. */
export function describeApp(): void {
  const { electron, chrome, node, v8 } = process.versions;
  app.setAboutPanelOptions({
    applicationName: 'Counterpart',
    applicationVersion: version,
    version: `Electron ${electron}, Chromium ${chrome}, Node ${node}, V8 ${v8}`,
    copyright: 'Nothing leaves this machine but calls to Salesforce and QuickBooks.',
  });
}

/** The menu's way to that panel; macOS has it in the menu of the app. */
export const aboutItem: MenuItemConstructorOptions = {
  label: 'About Counterpart',
  click: () => app.showAboutPanel(),
};

/** Shows the user guide in the person's browser, from this computer: it lies beside the packaged app, or in dist. */
export async function showGuide(): Promise<void> {
  const folder = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'dist');
  await shell.openPath(join(folder, 'guide', 'index.html'));
}

/** The menu's way to the licences of all packages that the app carries; they lie beside the packaged app. */
export const licencesItem: MenuItemConstructorOptions = {
  label: 'Licences of what Counterpart is made with',
  click: () => void shell.openPath(join(process.resourcesPath, 'LICENSES.txt')),
};
