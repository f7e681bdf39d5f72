import { z } from 'zod';
import { FieldHeadings, FileKind, type FilePreview } from '#shared/files.ts';

/** What a person said of the columns of a file, by the file's kind and its headings. */
const RememberedMaps = z.array(z.object({ kind: FileKind, headings: z.string(), map: FieldHeadings }));
type RememberedMaps = z.infer<typeof RememberedMaps>;

/** The preference that keeps them, as `usePreference` takes it. */
export const mapPreference = ['files.maps', RememberedMaps, [] as RememberedMaps] as const;

/** So many sets of headings are remembered; the longest unused is forgotten first. */
const most = 20;

/** What stands for a set of headings: a preference has no room for the headings of wide files. */
export function headingsKey(columns: Pick<FilePreview, 'columns'>['columns']): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  const text = columns.map(({ heading }) => heading.trim().toLowerCase()).join('\n');
  for (let at = 0; at < text.length; at++) {
    high = Math.imul(high ^ text.charCodeAt(at), 2654435761);
    low = Math.imul(low ^ text.charCodeAt(at), 1597334677);
  }
  return `${columns.length}-${(high >>> 0).toString(36)}${(low >>> 0).toString(36)}`;
}

/** What was said of a file with these headings; undefined where nothing was. */
export function mapFor(maps: RememberedMaps, kind: FileKind, headings: string): FieldHeadings | undefined {
  return maps.find((one) => one.kind === kind && one.headings === headings)?.map;
}

/** The maps with this one in place of what was said of the same headings before; null forgets it. */
export function remembering(
  maps: RememberedMaps,
  kind: FileKind,
  headings: string,
  map: FieldHeadings | null,
): RememberedMaps {
  const others = maps.filter((one) => one.kind !== kind || one.headings !== headings);
  return map === null ? others : [{ kind, headings, map }, ...others].slice(0, most);
}
