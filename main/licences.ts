import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) });
const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
});

/** A package that the app carries, with the words of its licence; `text` is `''` where it brings none. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/**
 * The packages that the packaged app carries: those that the lock file in `root` has for production, and those of which
 * these modules (absolute paths, as the bundler names them) are part. By name, none twice.
 */
export function licencesOf(root: string, modules: readonly string[]): Licence[] {
  const lock = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const production = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true && existsSync(join(root, path)))
    .map(([path]) => join(root, path));
  const bundled = modules.flatMap((path) => packageFolder(path) ?? []);
  const all = new Map<string, Licence>();
  for (const folder of new Set([...production, ...bundled])) {
    const one = licenceIn(folder);
    all.set(`${one.name} ${one.version}`, one);
  }
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** All of them as one text to be read. */
export function licenceText(licences: readonly Licence[]): string {
  const line = '='.repeat(80);
  const parts = licences.map(({ name, version, licence, text }) =>
    [line, `${name} ${version}: ${licence}`, line, '', text.trim(), ''].join('\n'),
  );
  return ['Counterpart is made with these packages. Thank you.', '', ...parts].join('\n');
}

function licenceIn(folder: string): Licence {
  const { name, version, license } = Manifest.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n\n');
  return { name, version, licence: typeof license === 'string' ? license : (license?.type ?? ''), text };
}

/** The folder of the package that a module is in; null for one of ours. */
function packageFolder(path: string): string | null {
  return /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path)?.[1] ?? null;
}
