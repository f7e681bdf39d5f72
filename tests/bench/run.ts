import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Figure, figureLine, figuresFile, figuresHead } from './figures.ts';

/**
 * `npm run bench`: measures everything that has a budget, one bench after another, and prints one table. `--only TEXT` runs
 * the benches whose name holds that text, `--write` puts the table into docs/performance.md. It takes a quarter of an hour,
 * asserts nothing, and says little where anything else is at work on the machine.
 */
const benches: Readonly<Record<string, readonly string[]>> = {
  window: ['ui/run.ts'],
  'ten thousand': ['ui/ten-thousand.ts'],
  match: ['match.ts', '--no-baselines', '--size', '10000', '--size', '100000', '--size', '1000000'],
  again: ['incremental.ts', '100000'],
  files: ['files.ts'],
  export: ['export.ts'],
  worksheet: ['worksheet.ts'],
  'worksheet-in': ['worksheet-in.ts'],
  write: ['write.ts'],
  package: ['../package/check.ts'],
};
const page = join(import.meta.dirname, '../../docs/performance.md');
const [opening, closing] = ['<!-- the table of npm run bench -->', '<!-- its end -->'];

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, write: { type: 'boolean', default: false } },
});
const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
const lines: string[] = [];

try {
  console.log(figuresHead);
  for (const [name, script] of Object.entries(benches)) {
    if (!name.includes(values.only)) continue;
    for (const line of await measured(name, script)) {
      console.log(line);
      lines.push(line);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const machine = `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} processors (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}.`;
console.log(`\n${machine}`);
if (values.write) putIntoPage([opening, machine, '', figuresHead, ...lines, closing].join('\n'));

/** Runs one bench to its end, and gives the lines of its figures. */
async function measured(name: string, [script = '', ...args]: readonly string[]): Promise<string[]> {
  const figures = join(folder, 'figures.jsonl');
  rmSync(figures, { force: true });
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    env: { ...process.env, [figuresFile]: figures },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  const measures = existsSync(figures) ? readFileSync(figures, 'utf8').trimEnd().split('\n') : [];
  return [
    ...measures.map((line) => figureLine(Figure.parse(JSON.parse(line)))),
    ...(code === 0 ? [] : [`| ${name}: ended with ${code} | | | **no** |`]),
  ];
}

function putIntoPage(table: string): void {
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(opening), text.indexOf(closing)];
  if (from < 0 || to < from) throw new Error(`${page} has no place for the table`);
  writeFileSync(page, text.slice(0, from) + table + text.slice(to + closing.length));
}
