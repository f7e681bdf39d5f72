import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { classes } from '../../components/classes.ts';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { useDoor } from '../../door/context.ts';
import { ChooseFile } from '../../files/choose-file.tsx';
import { useFileDrop } from '../../files/use-file-drop.ts';
import styles from './reading.module.css';

interface ReadPanelProps {
  readonly disabled: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onPath: (path: string) => void;
}

/** The way in for a worksheet that came back: chosen, or dropped anywhere on the screen. */
export function ReadPanel({ disabled, pending, error, onPath }: ReadPanelProps) {
  const { host } = useDoor();
  const handing = useMutation({
    mutationFn: (file: File) => host.pathOf(file),
    onSuccess: onPath,
  });
  const { mutate } = handing;
  const isOff = disabled || pending || handing.isPending;
  const drop = useCallback(
    (files: readonly File[]) => {
      const [file] = files;
      if (file !== undefined) mutate(file);
    },
    [mutate],
  );
  const isOver = useFileDrop(drop, !isOff);
  return (
    <section className={classes(styles.panel, isOver && styles.over)} aria-label="A worksheet that came back">
      <h2>A worksheet that came back</h2>
      <p>
        {isOver
          ? 'Drop it to see what it says; nothing is decided yet.'
          : 'Decisions and comments made in the file are read back: rows may have been sorted, filtered or deleted, columns moved, sheets renamed. You see what it would change before anything is decided.'}
      </p>
      <div className={styles.choose}>
        <ChooseFile
          what="a worksheet"
          label={pending ? 'Reading…' : 'Read a worksheet…'}
          again={false}
          disabled={isOff}
          onPath={onPath}
          onFile={mutate}
        />
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      {handing.error === null ? null : <ErrorNote error={handing.error} />}
    </section>
  );
}
