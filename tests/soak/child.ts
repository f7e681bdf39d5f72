/** The program in a process of its own, for a kill that is one: carries calls from its parent to an engine. */
import { z } from 'zod';
import { createEngine } from '#app/engine.ts';

const few = z.number();
const Limits = z.object({
  pauses: z.array(few),
  lockPauses: z.array(few),
  polls: z.array(few),
  firstBatch: few.exactOptional(),
  provesFrom: few.exactOptional(),
  collectionsUpTo: few.exactOptional(),
  job: few.exactOptional(),
  chunk: few.exactOptional(),
  block: few.exactOptional(),
});
const Options = z.object({
  version: z.string(),
  home: z.object({ projects: z.string(), state: z.string() }),
  author: z.string(),
  environment: z.record(z.string(), z.string()),
  linkRuns: Limits,
});
const Call = z.object({ number: z.number(), method: z.string(), input: z.unknown() });

const engine = createEngine(Options.parse(JSON.parse(process.env.SOAK ?? '{}')));
process.on('message', async (message) => {
  const { number, method, input } = Call.parse(message);
  if (method === 'close') {
    await engine.close();
    process.exit(0);
  }
  process.send?.({ number, result: await engine.handle(method, input) });
});
process.send?.({ number: 0 });
