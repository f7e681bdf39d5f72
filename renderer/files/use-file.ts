import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FieldHeadings, FileCheck, FileMaps, FilePreview } from '#shared/files.ts';
import { useDoor } from '../door/context.ts';
import { keys } from '../door/keys.ts';
import { usePreference } from '../door/preferences.tsx';
import { headingsKey, mapFor, mapPreference, remembering } from './remembered.ts';
import type { ChosenFile, ReadyFile } from './stages.ts';

/** What is known of a chosen file, and how to say what its columns are. */
export interface FileState {
  readonly preview: FilePreview | undefined;
  readonly check: FileCheck | undefined;
  readonly error: unknown;
  /** What a person said of its columns, now or when a file with the same headings was read before. */
  readonly map: FieldHeadings | undefined;
  /** Null until it is known that the file can be read, and with how many records. */
  readonly ready: ReadyFile | null;
  /** Null: as recognised by itself. */
  readonly setMap: (map: FieldHeadings | null) => void;
}

/** The map of one file in the shape that the contract takes. */
export function mapsOf({ kind, sheet, headingRow }: ChosenFile, map: FieldHeadings | undefined): FileMaps {
  return {
    ...(map === undefined ? {} : { [kind]: map }),
    ...(sheet === null ? {} : { sheets: { [kind]: sheet } }),
    ...(headingRow === null ? {} : { headingRows: { [kind]: headingRow } }),
  };
}

/** Looks at a chosen file: first as it is recognised by itself, then as the person said of such headings. */
export function useFile(file: ChosenFile): FileState {
  const [maps, setMaps] = usePreference(...mapPreference);
  const plain = usePreview(file, undefined);
  const headings = plain.data === undefined ? null : headingsKey(plain.data.columns);
  const map = headings === null ? undefined : mapFor(maps, file.kind, headings);
  const mapped = usePreview(file, map, map !== undefined);
  const { data: preview, error, isPlaceholderData } = map === undefined ? plain : mapped;
  const { call } = useDoor();
  const check = useQuery({
    queryKey: keys.fileCheck(file, map),
    queryFn: () => call('files.check', { path: file.path, kind: file.kind, map: mapsOf(file, map) }),
    enabled: preview !== undefined && !isPlaceholderData && preview.obstacle === null && error === null,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  const read = preview?.obstacle === null && error === null ? check.data : undefined;
  const ready = useMemo(
    () => (read === undefined ? null : { maps: mapsOf(file, map), count: read.count }),
    [read, file, map],
  );
  return {
    preview,
    check: read,
    ready,
    error: error ?? check.error,
    map,
    setMap: (next) => {
      if (headings !== null) setMaps(remembering(maps, file.kind, headings, next));
    },
  };
}

function usePreview(file: ChosenFile, map: FieldHeadings | undefined, enabled = true) {
  const { call } = useDoor();
  return useQuery({
    queryKey: keys.filePreview(file, map),
    queryFn: () => call('files.preview', { path: file.path, kind: file.kind, map: mapsOf(file, map) }),
    enabled,
    retry: false,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
}
