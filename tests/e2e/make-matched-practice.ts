import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '#app/engine.ts';
import { homeOf } from '#app/home/index.ts';

/**
 * Makes a home with the practice company, exported and matched, as its buttons do; a program of its own. The folder is its
 * first argument.
 */
const home = homeOf({ COUNTERPART_HOME: process.argv[2] ?? '' });
const engine = createEngine({ version: '0', home, author: 'Test Person', environment: {} });
for (const method of ['practice.open', 'sources.export', 'match.run'] as const) {
  const result = await engine.call(method, {});
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
}
await engine.close();
// It knows the folder, which is another one for every copy.
rmSync(join(home.state, 'recent.json'));
