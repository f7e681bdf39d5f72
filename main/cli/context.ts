import type { Engine } from '#app/engine.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { author } from '../author.ts';
import { version } from '../version.ts';
import type { Exit } from './exit.ts';
import { showProgress } from './progress.ts';

/** What every command works with: the engine, and where its words go. */
export interface Context {
  /** Calls the engine; what went wrong is thrown as the AppError it was. */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** A line for the person on stdout; nothing in JSON mode. */
  say(line: string): void;
  /** A remark for the person on stderr, in either mode. */
  warn(line: string): void;
  /** The result for a machine on stdout; nothing in text mode. */
  result(value: unknown): void;
}

/** Runs one command with an engine of its own, and ends that engine whatever happens. */
export async function withEngine(json: boolean, command: (context: Context) => Promise<Exit>): Promise<Exit> {
  const warn = (line: string) => console.error(line);
  const [{ createEngine }, { homeOf }] = await Promise.all([
    import('#app/engine.ts'),
    import('#app/home/index.ts'),
  ]);
  const engine = createEngine({
    version,
    home: homeOf(process.env),
    author: author(),
    environment: process.env,
    onRefreshToken: (side, token) => {
      const name = side === 'salesforce' ? 'SALESFORCE_REFRESH_TOKEN' : 'QUICKBOOKS_REFRESH_TOKEN';
      warn(
        `The refresh token was replaced; the old one no longer works. Store the new one:\n${name}=${token}`,
      );
    },
  });
  const hideProgress = showProgress(engine, process.stderr);
  const cancel = () => void engine.call('operation.cancel', {});
  process.on('SIGINT', cancel);
  try {
    return await command(contextOf(engine, json, warn));
  } finally {
    process.off('SIGINT', cancel);
    hideProgress();
    await engine.close();
  }
}

function contextOf(engine: Engine, json: boolean, warn: (line: string) => void): Context {
  return {
    async call(method, input) {
      const result = await engine.call(method, input);
      if (!result.ok) throw new AppError(result.error.code, result.error.data);
      return result.value;
    },
    say: (line) => {
      if (!json) console.log(line);
    },
    warn,
    result: (value) => {
      if (json) console.log(JSON.stringify(value, null, 2));
    },
  };
}
