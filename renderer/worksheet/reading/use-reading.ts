import { create } from 'zustand';
import type { WorksheetPreview } from '#shared/worksheet.ts';
import { type Operation, useOperation } from '../../door/operation.ts';

/** The file that is read, and whether what it says is looked at: kept while a person looks elsewhere. */
interface OpenReading {
  readonly path: string | null;
  readonly isOpen: boolean;
}

const none: OpenReading = { path: null, isOpen: false };
const useOpenReading = create<OpenReading>(() => none);

/** Forgets what was read, as another project is opened. */
export function forgetReading(): void {
  useOpenReading.setState(none);
}

/** A worksheet that came back, from choosing the file to what was applied. */
export interface Reading {
  readonly operation: Operation<'worksheet.read'>;
  /** What is looked at; null while nothing is. */
  readonly preview: WorksheetPreview | null;
  readonly read: (path: string) => void;
  readonly again: () => void;
  readonly close: () => void;
}

/** Reads worksheets; the last one stays on screen until it is applied or left. */
export function useReading(): Reading {
  const operation = useOperation('worksheet.read');
  const { path, isOpen } = useOpenReading();
  const read = (from: string) => {
    useOpenReading.setState({ path: from, isOpen: false });
    operation.startFor({ path: from }, () => useOpenReading.setState({ isOpen: true }));
  };
  return {
    operation,
    preview: isOpen ? (operation.output ?? null) : null,
    read,
    again: () => {
      if (path !== null) read(path);
    },
    close: () => useOpenReading.setState({ isOpen: false }),
  };
}
