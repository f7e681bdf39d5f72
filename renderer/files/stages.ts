import { type FileKind, FileMaps } from '#shared/files.ts';
import { formatCounted } from '../format/numbers.ts';
import { kindWords } from './kinds.ts';

/** A file that was chosen for one kind of record. */
export interface ChosenFile {
  readonly kind: FileKind;
  readonly path: string;
  /** Null: the sheet that fits best. */
  readonly sheet: string | null;
  /** Null: the row that is most likely that of the headings. */
  readonly headingRow: number | null;
}

/** A file that can be read: how, and how many records it holds. */
export interface ReadyFile {
  readonly maps: FileMaps;
  readonly count: number;
}

export type ChosenFiles = Readonly<Partial<Record<FileKind, ChosenFile>>>;
export type ReadyFiles = Readonly<Partial<Record<FileKind, ReadyFile>>>;

/** Where a file goes: to the kind it looks like, or else to the first side that has none. */
export function slotFor(looksLike: FileKind | null, chosen: ChosenFiles): FileKind {
  if (looksLike !== null) return looksLike;
  return chosen.accounts === undefined ? 'accounts' : 'customers';
}

/** The files with one of them under another kind; what stood there goes where this one was. */
export function moved(chosen: ChosenFiles, from: FileKind, to: FileKind): ChosenFiles {
  const { [from]: file, [to]: other, ...rest } = chosen;
  return {
    ...rest,
    ...(file === undefined ? {} : { [to]: { ...file, kind: to } }),
    ...(other === undefined ? {} : { [from]: { ...other, kind: from } }),
  };
}

/** The maps of all files as one. */
export function joinedMaps(ready: ReadyFiles): FileMaps {
  const all = Object.values(ready).map(({ maps }) => maps);
  const joined = (part: 'sheets' | 'headingRows') => {
    const values = Object.assign({}, ...all.map((maps) => maps[part] ?? {}));
    return Object.keys(values).length === 0 ? {} : { [part]: values };
  };
  return FileMaps.parse(Object.assign({}, ...all, joined('sheets'), joined('headingRows')));
}

/** What the button that imports says: "Import 1,182 accounts and 1,131 customers". */
export function importWords(ready: ReadyFiles): string {
  const parts = (['accounts', 'customers'] as const).flatMap((kind) => {
    const file = ready[kind];
    return file === undefined ? [] : [formatCounted(file.count, kindWords[kind].one)];
  });
  return parts.length === 0 ? 'Import' : `Import ${parts.join(' and ')}`;
}
