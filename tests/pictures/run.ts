import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { connecting } from './connecting.ts';
import { creating } from './creating.ts';
import { creatingAccounts } from './creating-accounts.ts';
import { helping } from './helping.ts';
import { importing } from './importing.ts';
import { reviewing } from './reviewing.ts';
import { onStage } from './stage.ts';
import { stopsOn } from './stops.ts';
import { undoing } from './undoing.ts';
import { writing } from './writing.ts';
import { writingMany } from './writing-many.ts';

/** `npm run pictures -- FOLDER`: a picture of every screen and dialog, in both themes and three sizes. */
const folder = process.argv[2];
if (folder === undefined) throw new Error('Say into which folder: npm run pictures -- FOLDER');
const sizes = [
  { width: 1680, height: 1050 },
  { width: 1440, height: 900 },
  { width: 900, height: 700 },
];
const themes = ['light', 'dark'] as const;

await onStage({ width: 1280, height: 800 }, async (page) => {
  const stops = stopsOn(page, (name) => everyPicture(page, folder, name));
  await connecting(stops);
  await reviewing(stops);
  await writing(stops);
  await creating(stops);
  await undoing(stops);
  await writingMany(stops);
  await creatingAccounts(stops);
  await helping(stops);
  await importing(stops);
});

async function everyPicture(page: Page, into: string, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForTimeout(150);
      await save(page, into, `${name}-${theme}-${size.width}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}

async function save(page: Page, into: string, name: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  await page.screenshot({ path: join(into, `${name}.png`) });
}
