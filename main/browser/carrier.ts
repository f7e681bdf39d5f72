import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Engine } from '#app/engine.ts';
import type { DoorMessage } from '#shared/door.ts';

const Call = z.object({ id: z.number(), method: z.string(), input: z.unknown() });

/** Carries one window's calls to the engine, and the engine's answers and events back, over a WebSocket. */
export function carry(engine: Engine, socket: WebSocket): void {
  const send = (message: DoorMessage) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const stop = engine.onEvent((event) => send({ kind: 'event', event }));
  socket.on('close', stop);
  // A broken or too large frame: ws closes the socket itself, and the window connects anew.
  socket.on('error', stop);
  socket.on('message', async (data) => {
    const call = parse(String(data));
    if (call === null) {
      socket.close(1007, 'not a call');
      return;
    }
    send({ kind: 'answer', id: call.id, result: await engine.handle(call.method, call.input) });
  });
}

function parse(text: string): z.infer<typeof Call> | null {
  try {
    return Call.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
