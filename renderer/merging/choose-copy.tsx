import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { MergePreview } from '#shared/contract.ts';
import { Button } from '../components/button.tsx';
import { DialogActions } from '../components/dialogs/dialog.tsx';
import { TextField } from '../components/fields/text-field.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useDoor } from '../door/context.ts';

interface ChooseCopyProps {
  readonly onRead: (path: string, preview: MergePreview) => void;
  readonly onCancel: () => void;
}

/** Asks for the other copy: in the desktop window by the system's dialog, in a browser by its path. */
export function ChooseCopy({ onRead, onCancel }: ChooseCopyProps) {
  const { call, host } = useDoor();
  const [path, setPath] = useState('');
  const reading = useMutation({
    mutationFn: (from: string) => call('project.mergePreview', { path: from }),
    onSuccess: (preview, from) => onRead(from, preview),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (path.trim() !== '') reading.mutate(path.trim());
  };
  const choose = async () => {
    const chosen = host.kind === 'electron' ? await host.chooseProject() : null;
    if (chosen !== null) reading.mutate(chosen);
  };
  return (
    <form onSubmit={submit}>
      <p>
        A copy of this project in which somebody else decided. What only they decided is taken over with their
        name and time; where you disagree, you choose. Nothing is changed before you have seen what.
      </p>
      {host.kind === 'browser' ? (
        <TextField
          label="Path of the other copy"
          hint="The whole path on this computer; the file ends in .counterpart. It is only read."
          autoComplete="off"
          spellCheck={false}
          value={path}
          onChange={(event) => setPath(event.target.value)}
        />
      ) : null}
      {reading.error === null ? null : <ErrorNote error={reading.error} />}
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        {host.kind === 'browser' ? (
          <Button look="primary" type="submit" disabled={path.trim() === '' || reading.isPending}>
            Compare
          </Button>
        ) : (
          <Button look="primary" disabled={reading.isPending} onClick={() => void choose()}>
            Choose a file…
          </Button>
        )}
      </DialogActions>
    </form>
  );
}
