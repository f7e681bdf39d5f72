import { createInterface } from 'node:readline';
import { createEngine } from '#app/engine.ts';

/**
 * The engine over one project in a process of its own, so that it can be killed: answers each line of calls on stdin with a line
 * on stdout, in order, as a door does. Its folder is the first argument.
 */
const [folder = ''] = process.argv.slice(2);
const engine = createEngine({
  version: '1',
  home: { projects: folder, state: folder },
  author: 'tester',
  environment: {},
});
const say = (what: unknown) => process.stdout.write(`${JSON.stringify(what)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const { method, input } = JSON.parse(line) as { method: unknown; input: unknown };
  say(await engine.handle(method, input));
}
