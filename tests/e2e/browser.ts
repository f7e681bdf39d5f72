import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';

/** Where systems keep a browser that Playwright can drive; the one without a window first, which works less. */
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser for the end-to-end tests: `CHROMIUM_PATH`, Playwright's own, or the system's; null when there is none. */
export function browserHere(): string | null {
  const given = process.env.CHROMIUM_PATH;
  const places = [...(given === undefined ? [] : [given]), chromium.executablePath(), ...usualPlaces];
  return places.find((place) => existsSync(place)) ?? null;
}

/** Starts that browser, for pictures and measuring, which run outside of Playwright's tests. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = browserHere();
  return await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

/** Gets a browser: Playwright's own download, else the system's package manager. Gives its path, or null. */
export function fetchBrowser(): string | null {
  console.log('No Chromium here: fetching one for the end-to-end tests.');
  run('npx', ['playwright', 'install', 'chromium'], 300_000);
  const here = browserHere();
  if (here !== null || process.platform !== 'linux') return here;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', 'fonts-dejavu-core'];
  for (const command of [
    ['apt-get', 'update'],
    [...install, 'chromium-headless-shell'],
    // Where there is none without a window.
    [...install, 'chromium'],
  ]) {
    if (browserHere() !== null) break;
    const [program, ...args] = [...asRoot, ...command];
    if (program !== undefined) run(program, args, 600_000);
  }
  return browserHere();
}

function run(program: string, args: readonly string[], timeout: number): void {
  spawnSync(program, args, { stdio: 'inherit', timeout, shell: process.platform === 'win32' });
}
