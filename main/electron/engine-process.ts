import { createEngine, type Engine } from '#app/engine.ts';
import { signInPatience } from '../sign-in-patience.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';
import { HostQuestions } from './host-questions.ts';

/** The engine's own process (Electron's utilityProcess): heavy work never touches the main process or the window. */
const port = process.parentPort;
const send = (message: FromEngine) => port.postMessage(message);
const host = new HostQuestions((id, question) => send({ kind: 'question', id, question }));
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
      signIn: {
        secrets: host.secrets,
        openAddress: (address) => host.openAddress(address),
        ...signInPatience(),
      },
    });
    engine.onEvent((event) => send({ kind: 'event', event }));
  } else if (data.kind === 'call' && engine !== null) {
    send({ kind: 'answer', id: data.id, result: await engine.handle(data.method, data.input) });
  } else if (data.kind === 'told') {
    host.told(data.id, data.told);
  } else if (data.kind === 'end') {
    await engine?.close();
    send({ kind: 'ended' });
  }
});
