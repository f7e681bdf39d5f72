import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';

/** `diagnostics`: versions, this system, what a project holds in numbers, and the program's log. */
export async function diagnostics(context: Context, project: string | null): Promise<Exit> {
  if (project !== null) await context.call('project.open', { path: project });
  const found = await context.call('log.diagnostics', {});
  context.say(JSON.stringify(found, null, 2));
  context.result(found);
  return exit.done;
}
