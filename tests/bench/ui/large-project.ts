import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counterpart } from '../../e2e/app.ts';
import { writeBusinessExports } from '../business/write-exports.ts';

const seed = 1;
const preset = 'moderate';

/**
 * Puts a matched project of `size` accounts and `size` customers into a home and among its recent projects; gives its
 * name. It is made once by the command line, kept in the folder for temporary files, and copied from there.
 */
export async function addLargeProject(home: string, size: number): Promise<string> {
  const name = `bench-${size}`;
  const kept = join(tmpdir(), `counterpart-${name}-${seed}-${preset}.counterpart`);
  if (!existsSync(kept)) await make(kept, size);
  const path = join(home, 'projects', `${name}.counterpart`);
  mkdirSync(join(home, 'projects'), { recursive: true });
  copyFileSync(kept, path);
  await command(home, ['status', path]);
  return name;
}

async function make(kept: string, size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-ui-'));
  try {
    await writeBusinessExports(folder, size, seed, preset);
    const project = join(folder, 'project.counterpart');
    const files = ['accounts', 'customers'].flatMap((side) => [`--${side}`, join(folder, `${side}.csv`)]);
    await command(folder, ['new', project]);
    await command(folder, ['import', project, ...files]);
    await command(folder, ['propose', project]);
    renameSync(project, kept);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function command(home: string, args: readonly string[]): Promise<void> {
  const { code, stderr } = await counterpart(args, { COUNTERPART_HOME: home });
  if (code !== 0) throw new Error(`counterpart ${args.join(' ')}: ${stderr}`);
}
