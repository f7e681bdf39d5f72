import type { WriteStream } from 'node:tty';
import type { Engine } from '#app/engine.ts';

/** Shows how far the engine is, on one line that is written over; only where the stream is a terminal. */
export function showProgress(engine: Engine, stream: WriteStream): () => void {
  if (!stream.isTTY) return () => undefined;
  const clear = () => stream.write('\r\u001b[K');
  const stop = engine.onEvent((event) => {
    if (event.name === 'operation-ended') clear();
    if (event.name !== 'progress') return;
    const { step, done, total, secondsLeft } = event.payload;
    const amount =
      total === null
        ? `${done.toLocaleString('en')}`
        : `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
    const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft / 60)} min left`;
    clear();
    stream.write(`${step} ${amount}${left}`.slice(0, stream.columns - 1));
  });
  return () => {
    stop();
    clear();
  };
}
