import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildWindow, root, windowIsStale } from '../../main/build.ts';
import { newHome, startApp } from '../e2e/app.ts';
import { browserHere } from '../e2e/browser.ts';
import { connecting } from './connecting.ts';
import { creating } from './creating.ts';
import { creatingAccounts } from './creating-accounts.ts';
import { helping } from './helping.ts';
import { importing } from './importing.ts';
import { reviewing } from './reviewing.ts';
import { stopsOn } from './stops.ts';
import { undoing } from './undoing.ts';
import { writing } from './writing.ts';
import { writingMany } from './writing-many.ts';

/**
 * `npm run pictures [FOLDER]`: a picture of every screen and dialog, in both themes and three sizes.
 * Without a folder, the ones that the documentation shows are made anew in docs/pictures.
 */
const folder = process.argv[2];
const sizes = [
  { width: 1680, height: 1050 },
  { width: 1440, height: 900 },
  { width: 900, height: 700 },
];
const themes = ['light', 'dark'] as const;

if (windowIsStale()) await buildWindow();
const executablePath = browserHere();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
const home = newHome();
const { program, address } = await startApp(home.path);
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
try {
  await page.goto(address);
  const stops = stopsOn(page, folder === undefined ? docsPicture : everyPicture);
  await connecting(stops);
  await reviewing(stops);
  await writing(stops);
  await creating(stops);
  await undoing(stops);
  await writingMany(stops);
  await creatingAccounts(stops);
  await helping(stops);
  await importing(stops);
} finally {
  await browser.close();
  await program.stop();
  home.remove();
}

async function everyPicture(name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForTimeout(150);
      await save(folder ?? '', `${name}-${theme}-${size.width}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}

async function docsPicture(name: string): Promise<void> {
  if (!['review', 'write-preview'].includes(name)) return;
  await save(join(root, 'docs', 'pictures'), name);
}

async function save(into: string, name: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  await page.screenshot({ path: join(into, `${name}.png`) });
}
