import { type FormEvent, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog, DialogActions } from '../components/dialogs/dialog.tsx';
import { TextField } from '../components/fields/text-field.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useOperation } from '../door/operation.ts';

interface NewProjectDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks for a new project's name and creates it. */
export function NewProjectDialog({ open, onOpenChange }: NewProjectDialogProps) {
  const [name, setName] = useState('');
  const create = useOperation('project.create');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') create.start({ name }, () => onOpenChange(false));
  };
  return (
    <Dialog
      title="New project"
      description="A project holds one Salesforce organisation and one QuickBooks company, in one file."
      open={open}
      onOpenChange={onOpenChange}
    >
      <form onSubmit={submit}>
        <TextField
          label="Name"
          autoComplete="off"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
          placeholder="Northwind Trading"
        />
        {create.error === null ? null : <ErrorNote error={create.error} />}
        <DialogActions>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button look="primary" type="submit" disabled={name.trim() === '' || create.pending}>
            Create project
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
