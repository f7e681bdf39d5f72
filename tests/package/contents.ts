import { getRawHeader } from '@electron/asar';
import { z } from 'zod';

/** A file of the packaged app: where it is in it, its size in bytes, and whether it lies beside the archive. */
export interface PackedFile {
  readonly path: string;
  readonly size: number;
  readonly unpacked: boolean;
}

interface Entry {
  readonly files?: Record<string, Entry> | undefined;
  readonly size?: number | undefined;
  readonly unpacked?: boolean | undefined;
}

const Entry: z.ZodType<Entry> = z.lazy(() =>
  z.object({
    files: z.record(z.string(), Entry).optional(),
    size: z.number().optional(),
    unpacked: z.boolean().optional(),
  }),
);

/** All files of an archive. */
export function contentsOf(archive: string): PackedFile[] {
  return filesIn(Entry.parse(getRawHeader(archive).header), '');
}

function filesIn({ files, size = 0, unpacked = false }: Entry, path: string): PackedFile[] {
  if (files === undefined) return [{ path, size, unpacked }];
  return Object.entries(files).flatMap(([name, entry]) =>
    filesIn(entry, path === '' ? name : `${path}/${name}`),
  );
}

/** The package that a file belongs to; null for one of ours. */
export function packageOf(path: string): string | null {
  return /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}
