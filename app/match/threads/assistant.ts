import { parentPort } from 'node:worker_threads';
import { reportOf } from '#shared/errors.ts';
import type { FromAssistant } from './crew.ts';
import { type FoundChunk, type SharedTask, takeChunks } from './share.ts';

/** A thread that helps to search candidates: it takes its share of each task it is told of. */
parentPort?.on('message', (shared: SharedTask) => {
  const tell = (message: FromAssistant, buffers: ArrayBuffer[] = []): void =>
    parentPort?.postMessage(message, buffers);
  try {
    const chunks: FoundChunk[] = [...takeChunks(shared)];
    const buffers = chunks.flatMap(({ pairs: { accounts, customers, levels, chances } }) =>
      [accounts, customers, levels, chances].map(({ buffer }) => buffer as ArrayBuffer),
    );
    tell({ kind: 'done', chunks }, buffers);
  } catch (error) {
    tell({ kind: 'error', error: reportOf(error) });
  }
});
