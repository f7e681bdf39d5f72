import { createEngine, type Engine } from '#app/engine.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';

/** The engine's own process (Electron's utilityProcess): heavy work never touches the main process or the window. */
const port = process.parentPort;
const send = (message: FromEngine) => port.postMessage(message);
let engine: Engine | null = null;

port.on('message', async ({ data }: { data: ToEngine }) => {
  if (data.kind === 'start') {
    const { projects, state, author, version } = data;
    engine = createEngine({
      home: { projects, state },
      author,
      version,
      environment: process.env,
      preparesAhead: true,
    });
    engine.onEvent((event) => send({ kind: 'event', event }));
  } else if (data.kind === 'call' && engine !== null) {
    send({ kind: 'answer', id: data.id, result: await engine.handle(data.method, data.input) });
  } else if (data.kind === 'end') {
    await engine?.close();
    send({ kind: 'ended' });
  }
});
