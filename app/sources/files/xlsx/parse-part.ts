import { unreadable } from '../unreadable.ts';
import type { Archive } from './archive.ts';
import { type MarkupEvents, markupReader } from './markup.ts';

/** The archive of one file, with the path that its errors name. */
export interface Workbook {
  readonly path: string;
  readonly archive: Archive;
}

/**
 * Reads one part of a workbook and tells its markup. It pauses after each piece, so that what was told so far can be
 * passed on. A part that is not there tells nothing.
 * Errors: `file-unreadable`, `cancelled`.
 */
export async function* parsePart(
  { path, archive }: Workbook,
  name: string,
  events: Partial<MarkupEvents>,
): AsyncGenerator<void> {
  if (!archive.names.has(name)) return;
  const reader = markupReader({
    open: () => undefined,
    text: () => undefined,
    close: () => undefined,
    ...events,
  });
  try {
    for await (const piece of archive.text(name)) {
      reader.write(piece);
      yield;
    }
    reader.end();
  } catch (error) {
    throw error instanceof SyntaxError ? unreadable(path, `its part ${name} is damaged`, error) : error;
  }
}

/** Reads one part of a workbook to its end; see {@link parsePart}. */
export async function parseWhole(
  workbook: Workbook,
  name: string,
  events: Partial<MarkupEvents>,
): Promise<void> {
  for await (const _ of parsePart(workbook, name, events));
}
