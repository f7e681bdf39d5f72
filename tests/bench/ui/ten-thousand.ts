import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { buildWindow, windowIsStale } from '../../../main/build.ts';
import { counterpart, newHome, startApp } from '../../e2e/app.ts';
import { browserHere } from '../../e2e/browser.ts';
import { writeBusinessExports } from '../business/write-exports.ts';
import { type Figure, figureLine, figuresHead, handOver } from '../figures.ts';

/**
 * `npm run bench:ten-thousand`: with 10,000 accounts and as many customers, how long the first proposals take to come on
 * screen, and what the engine holds when the review has been open and nothing was done for half a minute (Linux only).
 */
const size = 10_000;
const idleSeconds = 30;
const figures: Figure[] = [];

if (windowIsStale()) await buildWindow();
const executablePath = browserHere();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
});
const home = newHome();
try {
  const project = join(home.path, 'projects', 'Ten thousand.counterpart');
  mkdirSync(join(home.path, 'projects'));
  await writeBusinessExports(home.path, size, 1, 'moderate');
  const files = ['accounts', 'customers'].flatMap((side) => [`--${side}`, join(home.path, `${side}.csv`)]);
  for (const args of [
    ['new', project],
    ['import', project, ...files],
  ]) {
    const { code, stderr } = await counterpart(args, { COUNTERPART_HOME: home.path });
    if (code !== 0) throw new Error(stderr);
  }
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const matching = await startApp(home.path);
  await page.goto(matching.address);
  await page.getByText('Ten thousand').first().click();
  const find = page.getByRole('button', { name: 'Find matches' });
  await find.waitFor();
  // A person looks at the screen for a moment; the engine reads ahead meanwhile.
  await setTimeout(2_000);
  const from = performance.now();
  await find.click();
  await rowsThere(page);
  figures.push({
    what: 'first proposals on screen, 10,000 records a side',
    value: performance.now() - from,
    budget: 500,
    unit: 'ms',
  });
  await page.getByText(/while the match goes on/).waitFor({ state: 'detached' });
  await matching.program.stop();

  const opened = await startApp(home.path);
  await page.goto(opened.address);
  await page.getByText('Ten thousand').first().click();
  await page
    .getByRole('navigation', { name: 'Project' })
    .getByRole('link', { name: /^Review/ })
    .click();
  await rowsThere(page);
  await setTimeout(idleSeconds * 1_000);
  const held = residentBytes(opened.program.process.pid);
  if (held !== null) {
    const what = `memory of the engine, idle with ${size.toLocaleString('en')} records a side`;
    figures.push({ what, value: held / 2 ** 20, budget: 150, unit: 'MB' });
  }
  await opened.program.stop();
} finally {
  await browser.close();
  home.remove();
}
handOver(...figures);
console.log([figuresHead, ...figures.map(figureLine)].join('\n'));

async function rowsThere(page: Page): Promise<void> {
  await page.locator('[role=grid] [data-active]').waitFor();
}

/** What a process holds in memory, in bytes; null where the system does not tell. */
function residentBytes(pid: number | undefined): number | null {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return null;
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1]) * 1_024;
}
