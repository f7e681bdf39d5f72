import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LogEntry } from '#shared/diagnostics.ts';
import { AppError, reportOf } from '#shared/errors.ts';
import { framesOf } from './frames.ts';

/** A log file that is larger takes the place of the one before (bytes). */
const mostBytes = 512 * 1024;
/** Lines that are read, and that are kept where they cannot be written. */
const mostKept = 500;

/** What the program did and what went wrong, in a file beside its other state. See {@link LogEntry} for what is in it. */
export class ProgramLog {
  readonly #path: string;
  readonly #now: () => Date;
  /** Lines that could not be written. */
  #unwritten: LogEntry[] = [];

  constructor(stateFolder: string, now: () => Date) {
    this.#path = join(stateFolder, 'log.jsonl');
    this.#now = now;
  }

  /** Adds a line, without reading those before: the program's start must not wait for its log. */
  note(entry: Pick<LogEntry, 'what' | 'name' | 'outcome'> & Partial<LogEntry>): void {
    const line: LogEntry = { at: this.#now().toISOString(), seconds: null, frames: [], ...entry };
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      if (sizeOf(this.#path) > mostBytes) renameSync(this.#path, `${this.#path}.old`);
      // The line before may have been cut off where the program ended; this one must not go on in it.
      appendFileSync(this.#path, `\n${JSON.stringify(line)}`);
    } catch {
      // A disk that is full or read-only: the lines are kept for as long as the program runs.
      this.#unwritten = [...this.#unwritten, line].slice(-mostKept);
    }
  }

  /** Adds a line about what went wrong: its code, and of an unknown fault where in the program it came from. */
  noteError(name: string, error: unknown): void {
    const isKnown = error instanceof AppError;
    this.note({
      what: isKnown ? 'refused' : 'fault',
      name,
      outcome: reportOf(error).code,
      frames: isKnown ? [] : framesOf(error),
    });
  }

  /** The newest lines, the newest last. */
  entries(most: number): readonly LogEntry[] {
    return [...this.#read(), ...this.#unwritten].slice(-most);
  }

  #read(): LogEntry[] {
    let text = '';
    for (const path of [`${this.#path}.old`, this.#path]) {
      try {
        text += `\n${readFileSync(path, 'utf8')}`;
      } catch {
        // Not written yet.
      }
    }
    return text
      .split('\n')
      .filter((line) => line !== '')
      .slice(-mostKept)
      .flatMap((line) => {
        const parsed = LogEntry.safeParse(parsedLine(line));
        return parsed.success ? [parsed.data] : [];
      });
  }
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
