import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { buildDesktop, buildStale } from '../../../main/build.ts';
import { root } from '../../../main/built.ts';
import { counterpart, newHome, runFile, startApp } from '../../e2e/app.ts';
import { launchBrowser } from '../../e2e/browser.ts';
import { writeBusinessExports } from '../business/write-exports.ts';
import { type Figure, figureLine, figuresHead, handOver } from '../figures.ts';

/**
 * `npm run bench:ten-thousand`: with 10,000 accounts and as many customers, how long the first proposals take to come on
 * screen, and what the engine of the desktop app, on Node here, holds when the review was read and nothing was done since.
 */
const size = 10_000;
/** Longer than a pause has to be before memory is given back, and than V8 keeps emptied pages. */
const idleSeconds = 45;
const figures: Figure[] = [];

await buildStale();
const browser = await launchBrowser();
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
  const fresh = join(home.path, 'fresh.counterpart');
  copyFileSync(project, fresh);
  for (const seconds of [2, 5]) {
    copyFileSync(fresh, project);
    figures.push({
      what: `first proposals on screen, 10,000 records a side, looked at for ${seconds} s before`,
      value: await untilFirstProposals(seconds),
      budget: 500,
      unit: 'ms',
    });
  }

  figures.push({
    what: 'memory of the built engine, idle with that project',
    value: (await idleBytes(project)) / 2 ** 20,
    budget: 150,
    unit: 'MB',
  });
} finally {
  await browser.close();
  home.remove();
}
handOver(...figures);
console.log([figuresHead, ...figures.map(figureLine)].join('\n'));

/** Opens the project, looks at it for so long, during which the engine prepares the match, and matches (milliseconds). */
async function untilFirstProposals(seconds: number): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const { program, address } = await startApp(home.path);
  await page.goto(address);
  await page.getByText('Ten thousand').first().click();
  const find = page.getByRole('button', { name: 'Find matches' });
  await find.waitFor();
  await setTimeout(seconds * 1_000);
  const from = performance.now();
  await find.click();
  await page.locator('[role=grid] [data-active]').waitFor();
  const took = performance.now() - from;
  await page.getByText(/while the match goes on/).waitFor({ state: 'detached' });
  await page.close();
  await program.stop();
  return took;
}

/** What the engine of the desktop app holds on this Node when the review was read and it was left alone, in bytes. */
async function idleBytes(project: string): Promise<number> {
  await buildDesktop();
  const program = join(home.path, 'idle.mjs');
  const folders = { projects: join(home.path, 'projects'), state: join(home.path, 'idle-state') };
  writeFileSync(
    program,
    `
    import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
    import { createEngine } from ${JSON.stringify(pathToFileURL(join(root, 'dist/desktop/engine.js')).href)};
    const home = ${JSON.stringify(folders)};
    const engine = createEngine({ version: '0', home, author: 'bench', environment: {}, preparesAhead: true });
    async function call(method, input) {
      const result = await engine.handle(method, input);
      if (!result.ok) throw new Error(method + ': ' + result.error.message);
      return result.value;
    }
    await call('project.open', { path: ${JSON.stringify(project)} });
    for (let from = 0, more = true; more; ) {
      const { rows } = await call('review.rows', { from });
      from += rows.length;
      more = rows.length > 0;
    }
    await setTimeout(${idleSeconds * 1_000});
    console.log(process.memoryUsage.rss());
    await engine.close();
    `,
  );
  const { stdout, stderr } = await runFile(program);
  if (stdout === '') throw new Error(stderr);
  return Number(stdout);
}
