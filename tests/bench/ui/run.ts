import type { Browser, Page } from '@playwright/test';
import { buildStale } from '../../../main/build.ts';
import { newHome } from '../../e2e/app.ts';
import { launchBrowser } from '../../e2e/browser.ts';
import { type Figure, figureLine, figuresHead, handOver, quantile } from '../figures.ts';
import { addLargeProject } from './large-project.ts';
import { startWatched, type WatchedEngine } from './watched-engine.ts';
import { framesDuring, longestTask, timeToChange, watchWindow, windowBytes } from './window-watch.ts';

/**
 * `npm run bench:ui [SIZE]`: how fast the window is with a project of 100,000 accounts and as many customers, over the
 * browser door in Chromium. It prints a table and never fails a test run.
 */
const size = Number(process.argv[2] ?? 100_000);
const decisions = 200;
const figures: Figure[] = [];
const ms = (what: string, value: number, budget: number | null): void => {
  figures.push({ what, value, budget, unit: 'ms' });
};
const rowCount = { selector: '[role=grid]', attribute: 'aria-rowcount' } as const;

await buildStale();
const browser = await launchBrowser();
const home = newHome();
try {
  ms('start to usable window, nothing opened before', await start(browser, newHome()), 1_500);
  const name = await addLargeProject(home.path, size);
  const from = performance.now();
  const engine = await startWatched(home.path);
  try {
    const page = await usableWindow(browser, engine);
    ms('start to usable window, the large project among the recent', performance.now() - from, 1_500);
    await measure(page, engine, name);
  } finally {
    await engine.program.stop();
  }
} finally {
  await browser.close();
  home.remove();
  handOver(...figures);
  console.log([figuresHead, ...figures.map(figureLine)].join('\n'));
}

/** Starts the program on an empty home until its first screen can be used; gives how long that took. */
async function start(chrome: Browser, empty: ReturnType<typeof newHome>): Promise<number> {
  const from = performance.now();
  const engine = await startWatched(empty.path);
  const page = await usableWindow(chrome, engine);
  const took = performance.now() - from;
  await page.close();
  await engine.program.stop();
  empty.remove();
  return took;
}

async function usableWindow(chrome: Browser, engine: WatchedEngine): Promise<Page> {
  const page = await chrome.newPage({ viewport: { width: 1280, height: 800 } });
  await watchWindow(page);
  await page.goto(engine.address);
  await page.getByRole('button', { name: 'Open the practice company' }).waitFor();
  return page;
}

async function measure(page: Page, engine: WatchedEngine, name: string): Promise<void> {
  /** Notes the longest block of engine and window while something goes on. */
  async function watched(what: string, act: () => Promise<void>): Promise<void> {
    const from = Date.now();
    await act();
    await page.waitForTimeout(100);
    const to = Date.now();
    ms(`  longest block of the engine, ${what}`, engine.longestBlock(from, to), 50);
    ms(`  longest block of the window, ${what}`, await longestTask(page, from, to), 50);
  }
  const changed = (event: string, act: () => Promise<void>): Promise<number> =>
    timeToChange(page, { event, ...rowCount }, act);

  await watched('while a project opens', async () => {
    const from = performance.now();
    await page.getByRole('button', { name }).first().click();
    await page
      .getByRole('navigation', { name: 'Project' })
      .getByRole('link', { name: /^Review/ })
      .click();
    await page.locator('[role=grid] [data-active]').waitFor();
    ms('open the project to the first rows', performance.now() - from, null);
    await allRowsThere(page);
    ms('open the project to all rows', performance.now() - from, null);
    await page.waitForTimeout(3_000);
  });

  await watched('while scrolling', async () => {
    await page.getByRole('grid').hover();
    const byWheel = await framesDuring(page, async () => {
      for (let turn = 0; turn < 150; turn += 1) {
        await page.mouse.wheel(0, turn % 50 < 40 ? 400 : -3_000);
        await page.waitForTimeout(16);
      }
    });
    ms('scroll by wheel, a frame, 99th percentile', quantile(byWheel, 0.99), 32);
    await page.getByRole('grid').focus();
    const byKey = await framesDuring(page, async () => {
      for (let press = 0; press < 150; press += 1) {
        await page.keyboard.press(press % 3 === 0 ? 'PageDown' : 'ArrowDown');
        await page.waitForTimeout(16);
      }
    });
    ms('scroll by key, a frame, 99th percentile', quantile(byKey, 0.99), 32);
    await page.keyboard.press('Home');
  });

  await watched('while deciding', async () => {
    const times: number[] = [];
    const active = { event: 'keydown', selector: '[role=grid]', attribute: 'aria-activedescendant' };
    for (let press = 0; press < decisions; press += 1) {
      times.push(await timeToChange(page, active, () => page.keyboard.press('a')));
    }
    ms('a decision, key to painted next row, median', quantile(times, 0.5), null);
    ms('a decision, key to painted next row, 95th percentile', quantile(times, 0.95), 50);
  });

  await watched('while filtering', async () => {
    const times: number[] = [];
    await page.keyboard.press('/');
    for (const letter of 'service') times.push(await changed('keydown', () => page.keyboard.press(letter)));
    for (const _ of 'service') times.push(await changed('keydown', () => page.keyboard.press('Backspace')));
    ms('a letter of the filter, longest', Math.max(...times), 150);
    await page.keyboard.press('Enter');
    const button = page.getByRole('button', { name: /^Filter and sort/ });
    const shown = { event: 'click', selector: '[aria-label="Filters"]', attribute: 'aria-label' };
    ms('showing the facets', await timeToChange(page, shown, () => button.click()), 150);
    const facets: number[] = [];
    for (const facet of [/certain/i, /likely/i, /certain/i, /likely/i]) {
      const choice = page.getByRole('group', { name: 'Score' }).getByRole('checkbox', { name: facet });
      facets.push(await changed('click', () => choice.click()));
    }
    ms('a facet, longest', Math.max(...facets), 150);
    await page.getByRole('button', { name: 'Hide the filters' }).click();
  });

  await watched('while sorting', async () => {
    const sorts: number[] = [];
    const first = { event: 'click', selector: '[role=grid] tbody tr', attribute: 'id' };
    for (const heading of ['Account', 'Customer', 'Score', 'Why']) {
      const button = page.getByRole('columnheader', { name: heading }).getByRole('button');
      sorts.push(await timeToChange(page, first, () => button.click()));
    }
    ms('sorting by a column, longest', Math.max(...sorts), 150);
    await page.evaluate(() => document.querySelector('[role=grid]')?.scrollTo(0, 0));
  });

  await watched('while switching queues', async () => {
    const times: number[] = [];
    for (const queue of [/^Conflicts/, /^No match/, /^Done/, /^Suggested/]) {
      times.push(await changed('mousedown', () => page.getByRole('tab', { name: queue }).click()));
    }
    ms('switching queues, longest', Math.max(...times), 150);
  });

  await watched('while searching', async () => {
    await page.getByRole('grid').focus();
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: 'Search customers' }).waitFor();
    const list = { event: 'keydown', selector: '[role=listbox]', attribute: 'aria-busy', end: 'false' };
    const times: number[] = [];
    const field = page.getByRole('combobox', { name: 'Search customers' });
    for (const query of ['Meridien Group', 'brookside dental', '407667', 'smith plumbing']) {
      await field.fill('');
      for (const letter of query) {
        if (letter === ' ') await page.keyboard.press('Space');
        else times.push(await timeToChange(page, list, () => page.keyboard.press(letter)));
      }
    }
    ms('a letter of the search, median', quantile(times, 0.5), null);
    ms('a letter of the search, longest', Math.max(...times), 100);
    await page.keyboard.press('Escape');
  });

  figures.push({
    what: 'memory of the engine, peak',
    value: engine.peakBytes() / 1e6,
    budget: null,
    unit: 'MB',
  });
  figures.push({
    what: 'memory of the window',
    value: (await windowBytes(page)) / 1e6,
    budget: null,
    unit: 'MB',
  });
}

/** Waits until the table holds all rows of its queue, which its footer says. */
async function allRowsThere(page: Page): Promise<void> {
  await page.getByText(/^[\d,]+ of [\d,]+ in this queue$/).waitFor();
}
