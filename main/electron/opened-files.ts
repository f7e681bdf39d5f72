import { resolve } from 'node:path';
import { app, dialog } from 'electron';
import { ProjectInfo } from '#shared/contract.ts';
import type { Result } from '#shared/result.ts';

type Call = (method: unknown, input: unknown) => Promise<Result<unknown>>;

/** The project that a program was started with; null for none. `folder` is where it was started. Pure. */
export function projectAmong(words: readonly string[], folder: string): string | null {
  const given = words.slice(1).findLast((word) => word.endsWith('.counterpart') && !word.startsWith('-'));
  return given === undefined ? null : resolve(folder, given);
}

/** An engine's `call` that also tells the system of projects that were opened: they are among its recent documents then. */
export function notingOpened(call: Call): Call {
  return async (method, input) => {
    const result = await call(method, input);
    if (result.ok && (method === 'project.open' || method === 'project.create')) {
      const opened = ProjectInfo.safeParse(result.value);
      if (opened.success) app.addRecentDocument(opened.data.path);
    }
    return result;
  };
}

/**
 * Opens projects that the person opened in the system's file manager; before {@link OpenedFiles.begin} they wait. What
 * cannot be opened is told in a dialog, because no screen of ours asked for it.
 */
export class OpenedFiles {
  #call: Call | null = null;
  #waiting: string | null = null;

  /** Takes in a file to be opened. */
  take(path: string | null): void {
    if (path === null) return;
    if (this.#call === null) this.#waiting = path;
    else void this.#open(this.#call, path);
  }

  /** From now on files are opened at once. */
  begin(call: Call): void {
    this.#call = call;
    const path = this.#waiting;
    this.#waiting = null;
    this.take(path);
  }

  async #open(call: Call, path: string): Promise<void> {
    const result = await call('project.open', { path });
    if (!result.ok) dialog.showErrorBox('This project was not opened', result.error.message);
  }
}
