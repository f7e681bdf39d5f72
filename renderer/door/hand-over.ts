import { z } from 'zod';
import type { GivenFile } from '#shared/door.ts';
import { AppError } from '#shared/errors.ts';

const Answer = z.object({ path: z.string().min(1) });

/**
 * Hands a file of the browser over to the server of this page and gives the path of the copy.
 * Errors: `upload-failed`.
 */
export async function handOver(file: GivenFile): Promise<string> {
  const { name } = file;
  try {
    if (!(file instanceof Blob)) throw new Error('it is no file');
    const answer = await fetch(`/files/${encodeURIComponent(name)}`, { method: 'POST', body: file });
    if (!answer.ok) throw new Error(`the program answered ${answer.status}`);
    return Answer.parse(await answer.json()).path;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError('upload-failed', { name, detail }, error);
  }
}
