import { app, type Session } from 'electron';
import { helpLinks } from '#shared/help-links.ts';
import { isRecordPage } from '#shared/record-pages.ts';
import { openAddress } from './open-address.ts';
import { isAppAddress } from './origin.ts';

const pagesToOpen: ReadonlySet<string> = new Set(Object.values(helpLinks));

/**
 * Forbids every page what this app never needs: leaving the app, opening windows, embedding others. The services' own
 * help pages, and their pages of accounts and customers, open in the person's browser.
 * See https://www.electronjs.org/docs/latest/tutorial/security, points 12 to 14.
 */
export function lockPages(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isAppAddress(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isAppAddress(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (pagesToOpen.has(url) || isRecordPage(url)) void openAddress(url);
      return { action: 'deny' };
    });
  });
}

/** Refuses every permission and device: the app asks for none (point 5). */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
