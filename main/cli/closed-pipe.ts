/**
 * Lets a command go on when whoever read its words has gone (`status … | head`): what it does, a write above all, must
 * not break off in the middle for that. Anything else that is wrong with an output throws.
 */
export function outliveClosedPipes(outputs: readonly NodeJS.WritableStream[]): void {
  for (const output of outputs) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
