import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { buildDesktop, buildWindow } from '../../main/build.ts';
import { root } from '../../main/built.ts';
import { hasDisplay, runtimeHere } from '../../main/electron/runtime.ts';
import { newHome } from './app.ts';

const executablePath = runtimeHere(process.env);

/** The desktop door in Electron itself, wherever its runtime is. */
test.describe('the desktop app in Electron', () => {
  test.skip(
    executablePath === null,
    'Electron’s runtime is not on this machine (`npx electron --version` fetches it).',
  );
  test.skip(!hasDisplay(process.env), 'There is no display for a window.');

  let home: ReturnType<typeof newHome>;
  let app: ElectronApplication;
  let page: Page;

  test.beforeAll(async () => {
    await buildWindow();
    await buildDesktop();
  });
  test.beforeEach(async () => {
    home = newHome();
    app = await start();
    page = await app.firstWindow();
  });
  test.afterEach(async () => {
    await app.close();
    home.remove();
  });

  function start(...words: string[]): Promise<ElectronApplication> {
    // Containers that run as root have no sandbox for Chromium; it stays on everywhere else.
    const unsafe = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return _electron.launch({
      ...(executablePath === null ? {} : { executablePath }),
      args: [...unsafe, root, ...words],
      env: { ...process.env, COUNTERPART_HOME: home.path, COUNTERPART_AUTHOR: 'Test Person' } as Record<
        string,
        string
      >,
    });
  }

  test('opens the practice company, exports, matches, and shows proposals', async () => {
    await page.getByRole('button', { name: 'Open the practice company' }).click();
    await page.getByRole('button', { name: 'Export both' }).click();
    await page.getByRole('button', { name: 'Find matches' }).click();
    await page.getByRole('link', { name: /^Review/ }).click();
    await expect(page.getByRole('table').getByRole('row').nth(5)).toBeVisible();
    const menus = await app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).map(({ label, role }) => label || role),
    );
    expect(menus).toEqual(expect.arrayContaining(['Decide', 'View']));
  });

  test('gives its page nothing of Node or Electron, and lets it go nowhere', async () => {
    expect(page.url()).toBe('counterpart://app/index.html');
    // Written as text: these tests know no page of their own.
    const inPage = async (script: string): Promise<unknown> => await page.evaluate(script);
    expect(await inPage('[typeof require, typeof process, Object.keys(counterpart).sort().join()]')).toEqual([
      'undefined',
      'undefined',
      'call,host,onConnection,onEvent',
    ]);
    await inPage("location.assign('https://example.com/')");
    await inPage("window.open('https://example.com/')");
    expect(page.url()).toBe('counterpart://app/index.html');
    expect(app.windows()).toHaveLength(1);
    expect(await inPage("fetch('https://example.com/').then(() => 'sent', () => 'refused')")).toBe('refused');
    expect(
      await inPage("navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)"),
    ).toBe('denied');
  });

  test('is found where it was, and opens a project that it is started with', async () => {
    await page.getByRole('button', { name: 'Open the practice company' }).click();
    await expect(page.getByRole('button', { name: 'Export both' })).toBeVisible();
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 60, width: 1000, height: 700 }),
    );
    await app.close();
    const project = join(home.path, 'projects', 'Practice company.counterpart');
    expect(existsSync(project)).toBe(true);
    const { bounds } = JSON.parse(readFileSync(join(home.path, 'state', 'window.json'), 'utf8'));
    expect(bounds).toMatchObject({ width: 1000, height: 700 });

    app = await start(project);
    page = await app.firstWindow();
    await expect(page.getByRole('button', { name: 'Export both' })).toBeVisible();
  });
});
