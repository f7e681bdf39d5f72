import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { buildWindow, root, windowIsStale } from '../main/build.ts';
import { newHome, startApp } from './e2e/app.ts';
import { browserHere } from './e2e/browser.ts';

/**
 * `npm run pictures [FOLDER]`: a picture of every screen of the practice company, in both themes and two sizes.
 * Without a folder, the ones that the documentation shows are made anew in docs/pictures.
 */
const folder = process.argv[2];
const sizes = [
  { width: 1280, height: 800 },
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
  await walk(page, folder === undefined ? docsPicture : everyPicture);
} finally {
  await browser.close();
  await program.stop();
  home.remove();
}

type Take = (name: string) => Promise<void>;

/** Goes from the first screen to written links, and takes a picture at each stop. */
async function walk(page: Page, take: Take): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const screen = (name: string | RegExp) =>
    page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name });
  const settled = () => page.waitForTimeout(400);
  await button('Open the practice company').waitFor();
  await take('start');
  await button('Open the practice company').click();
  await button('Export both').waitFor();
  await take('sources-empty');
  await page.getByText('Trouble…').click();
  await page.getByLabel('A row is locked').selectOption('The next three times');
  await button('Merge two accounts').click();
  await page.getByText('was merged into').waitFor();
  await page.getByText('Trouble…').scrollIntoViewIfNeeded();
  await take('trouble');
  await button('Merge two accounts').scrollIntoViewIfNeeded();
  await take('trouble-changes');
  await button('Reset the practice company').click();
  await button('Reset').click();
  await page.getByText('Trouble… (').waitFor({ state: 'detached' });
  await page.getByText('Trouble…').click();
  for (const service of ['Salesforce', 'QuickBooks']) {
    await page.getByRole('region', { name: service }).getByRole('button', { name: 'Connect' }).click();
    await button('Sign in').waitFor();
    await take(`connect-${service.toLowerCase()}`);
    await button('Sign in').click();
    await button('Cancel the sign-in').waitFor();
    await take(`connect-${service.toLowerCase()}-waiting`);
    await button('Cancel the sign-in').click();
    await button('Sign in').waitFor();
    await page.keyboard.press('Escape');
  }
  await screen(/^Review/).click();
  await settled();
  await take('review-empty');
  await screen(/^Sources/).click();
  await button('Export both').click();
  await button('Find matches').click();
  await page.getByRole('grid', { name: 'Review' }).waitFor();
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press(i === 3 ? 'x' : 'a');
    await settled();
  }
  await take('review');
  await button(/^Pin /).first().focus();
  await page.keyboard.press('Enter');
  await settled();
  await take('pin-menu');
  await page.keyboard.press('Enter');
  await settled();
  await take('review-pinned');
  await screen(/^Sources/).click();
  await page.getByRole('region', { name: 'Matching' }).waitFor();
  await take('matching');
  await page.getByRole('region', { name: 'Matching' }).getByRole('button', { name: 'Match again' }).click();
  await button('What changed').waitFor();
  await settled();
  await take('match-again');
  await button('What changed').click();
  await settled();
  await take('matching-learnt');
  await button('Dismiss').click();
  await screen(/^Review/).click();
  for (const queue of ['Conflicts', 'No match', 'Link problems', 'Done', 'Failed']) {
    await page.getByRole('tab', { name: new RegExp(`^${queue}`) }).click();
    await settled();
    await take(`review-${queue.toLowerCase().replaceAll(' ', '-')}`);
  }
  await page.getByRole('tab', { name: /^Suggested/ }).click();
  await page.keyboard.press('m');
  await page.getByRole('combobox', { name: 'Search customers' }).fill('supply');
  await settled();
  await take('search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await settled();
  await take('keys');
  await page.keyboard.press('Escape');
  await screen('Sources').click();
  await settled();
  await take('sources');
  await screen('Worksheet').click();
  await button('Save worksheet').click();
  await page.getByRole('link', { name: 'Download worksheet' }).waitFor();
  await take('worksheet');
  await screen('Write').click();
  await button(/^Write \d+ link/).waitFor();
  await take('write-preview');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await button(/^Write \d+ link/).click();
  await page.getByRole('table', { name: 'Journal' }).waitFor();
  await settled();
  await take('write-done');
  await screen('History').click();
  await settled();
  await take('history');
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
