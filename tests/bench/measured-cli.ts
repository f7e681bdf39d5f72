import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const Package = z.object({ scripts: z.object({ counterpart: z.string().startsWith('node ') }) });
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { scripts } = Package.parse(JSON.parse(readFileSync(file('../../package.json'), 'utf8')));

/**
 * What Node is given to run the command line as `npm run counterpart` does, with its memory and processor time written
 * down when it ends (see usage-at-exit.ts); the command's own words come behind.
 */
export const measuredCli: readonly string[] = [
  '--import',
  new URL('usage-at-exit.ts', import.meta.url).href,
  ...scripts.counterpart
    .split(' ')
    .slice(1)
    .map((word) => (word.endsWith('.ts') ? file(`../../${word}`) : word)),
];
