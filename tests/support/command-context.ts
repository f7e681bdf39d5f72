import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { Context } from '../../main/cli/context.ts';

type Call = <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;

/** What commands work with, over the calls of an engine; what they say, warn of and give is kept. */
export function commandContext(call: Call) {
  const said: string[] = [];
  const warned: string[] = [];
  const results: unknown[] = [];
  const context: Context = {
    call,
    say: (line) => said.push(line),
    warn: (line) => warned.push(line),
    result: (value) => results.push(value),
  };
  return { context, said, warned, results };
}
