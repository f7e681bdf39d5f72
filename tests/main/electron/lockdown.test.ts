import type { Session } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { helpLinks } from '#shared/help-links.ts';
import { electronStandIn, WebContentsStandIn } from './stand-in.ts';

const electron = vi.hoisted(() => ({ current: null as unknown }));
vi.mock('electron', () => {
  const standIn = electronStandIn();
  electron.current = standIn;
  return standIn;
});

const { lockPages, refusePermissions } = await import('../../../main/electron/lockdown.ts');
const { app, shell } = electron.current as ReturnType<typeof electronStandIn>;

function aPage(): WebContentsStandIn {
  app.removeAllListeners();
  lockPages();
  const page = new WebContentsStandIn();
  app.emit('web-contents-created', {}, page);
  return page;
}

function attempt(page: WebContentsStandIn, event: string, url = ''): boolean {
  let prevented = false;
  page.emit(event, {
    url,
    preventDefault: () => {
      prevented = true;
    },
  });
  return !prevented;
}

describe('a page of the app', () => {
  test.each(['will-navigate', 'will-frame-navigate'])('may not leave the app (%s)', (event) => {
    const page = aPage();
    expect(attempt(page, event, 'https://evil.example/')).toBe(false);
    expect(attempt(page, event, 'file:///etc/passwd')).toBe(false);
    expect(attempt(page, event, 'counterpart://elsewhere/')).toBe(false);
    expect(attempt(page, event, 'counterpart://app/index.html')).toBe(true);
  });

  test('may not be redirected, embed a webview, or open a window', () => {
    const page = aPage();
    expect(attempt(page, 'will-redirect', 'counterpart://app/')).toBe(false);
    expect(attempt(page, 'will-attach-webview')).toBe(false);
    expect(page.openHandler?.({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
    expect(shell.openExternal).not.toHaveBeenCalled();
  });

  test('may show a help page of a service, in the browser of the person', () => {
    expect(aPage().openHandler?.({ url: helpLinks.quickbooks })).toEqual({ action: 'deny' });
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith(helpLinks.quickbooks);
  });

  test('may show the page of a record at a service, and nothing else there', () => {
    shell.openExternal.mockClear();
    const page = 'https://acme.my.salesforce.com/lightning/r/Account/0015g00000A1b2CAAR/view';
    expect(aPage().openHandler?.({ url: page })).toEqual({ action: 'deny' });
    expect(aPage().openHandler?.({ url: page.replace('view', 'edit') })).toEqual({ action: 'deny' });
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith(page);
  });
});

test('every permission and device is refused', () => {
  const asked: Record<string, (...input: unknown[]) => unknown> = {};
  const session = new Proxy(
    {},
    {
      get: (_target, name: string) => (handler: () => unknown) => {
        asked[name] = handler;
      },
    },
  );
  refusePermissions(session as Session);
  const answer = vi.fn();
  asked.setPermissionRequestHandler?.({}, 'media', answer);
  expect(answer).toHaveBeenCalledWith(false);
  expect(asked.setPermissionCheckHandler?.()).toBe(false);
  expect(asked.setDevicePermissionHandler?.()).toBe(false);
});
