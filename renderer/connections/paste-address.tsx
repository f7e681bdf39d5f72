import { type FormEvent, useState } from 'react';
import type { Side } from '#shared/datasets.ts';
import { Button } from '../components/button.tsx';
import { DialogActions } from '../components/dialogs/dialog.tsx';
import { TextField } from '../components/fields/text-field.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useDoor } from '../door/context.ts';

/** Takes the address that the browser ended at, by hand. It holds a code, so it is kept nowhere. */
export function PasteAddress({ side }: { readonly side: Side }) {
  const { call } = useDoor();
  const [address, setAddress] = useState('');
  const [error, setError] = useState<unknown>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    call('connections.pasteRedirect', { side, address }).catch(setError);
  };
  return (
    <form onSubmit={submit}>
      <TextField
        label="Address of the last page"
        hint="Copy it whole from the browser’s address bar. It holds code= and state=."
        autoComplete="off"
        spellCheck={false}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      {error === null ? null : <ErrorNote error={error} />}
      <DialogActions>
        <Button type="submit" disabled={address.trim() === ''}>
          Use this address
        </Button>
      </DialogActions>
    </form>
  );
}
