import { type FormEvent, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog, DialogActions } from '../components/dialogs/dialog.tsx';
import { TextField } from '../components/fields/text-field.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useOperation } from '../door/operation.ts';

interface OpenProjectDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks for the path of a project file, where no file dialog of the system can be had. */
export function OpenProjectDialog({ open, onOpenChange }: OpenProjectDialogProps) {
  const [path, setPath] = useState('');
  const opening = useOperation('project.open');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (path.trim() !== '') opening.start({ path: path.trim() }, () => onOpenChange(false));
  };
  return (
    <Dialog title="Open a project file" open={open} onOpenChange={onOpenChange}>
      <form onSubmit={submit}>
        <TextField
          label="Path of the project file"
          hint="The whole path on this computer; the file ends in .counterpart."
          autoComplete="off"
          spellCheck={false}
          value={path}
          onChange={(event) => setPath(event.target.value)}
        />
        {opening.error === null ? null : <ErrorNote error={opening.error} />}
        <DialogActions>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button look="primary" type="submit" disabled={path.trim() === '' || opening.pending}>
            Open
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
