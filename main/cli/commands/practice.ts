import { AppError } from '#shared/errors.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';

export interface PracticeOptions {
  readonly portSalesforce: string;
  readonly portQuickbooks: string;
}

/** `practice`: the practice company, until it is stopped. Prints the settings under which it is reached. */
export async function practice(context: Context, options: PracticeOptions): Promise<Exit> {
  const settings = await context.call('practice.start', {
    salesforcePort: portOf(options.portSalesforce),
    quickbooksPort: portOf(options.portQuickbooks),
  });
  for (const [name, value] of Object.entries(settings.environment)) context.say(`${name}=${value}`);
  context.result(settings);
  context.warn('The practice company is running. Press Ctrl+C to stop it; it forgets everything then.');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  return exit.done;
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new AppError('usage', {
    detail: `${text} is not a port. Give a number from 0 (any free port) to 65535.`,
  });
}
