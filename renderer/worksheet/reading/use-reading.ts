import { useState } from 'react';
import type { WorksheetPreview } from '#shared/worksheet.ts';
import { type Operation, useOperation } from '../../door/operation.ts';

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
  const [path, setPath] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const read = (from: string) => {
    setPath(from);
    operation.start({ path: from }, () => setOpen(true));
  };
  return {
    operation,
    preview: open ? (operation.output ?? null) : null,
    read,
    again: () => {
      setOpen(false);
      if (path !== null) read(path);
    },
    close: () => setOpen(false),
  };
}
