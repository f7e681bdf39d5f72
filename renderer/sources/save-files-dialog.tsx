import { type FormEvent, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog, DialogActions } from '../components/dialogs/dialog.tsx';
import { SelectField } from '../components/fields/select-field.tsx';

export type FileFormat = 'xlsx' | 'csv';

interface SaveFilesDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onSave: (format: FileFormat) => void;
}

const formats = [
  ['xlsx', 'Excel (.xlsx)'],
  ['csv', 'CSV (.csv)'],
] as const;

const hints: Record<FileFormat, string> = {
  xlsx: 'Ids, postal codes and phone numbers stay as they are when the file is opened.',
  csv: 'For other programs. Excel drops leading zeros when it opens such a file.',
};

/** Asks in which format both datasets are saved. */
export function SaveFilesDialog({ open, onOpenChange, onSave }: SaveFilesDialogProps) {
  const [format, setFormat] = useState<FileFormat>('xlsx');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(format);
  };
  return (
    <Dialog
      title="Save as files"
      description="One file for the accounts and one for the customers, with the columns named as in the services’ APIs."
      open={open}
      onOpenChange={onOpenChange}
    >
      <form onSubmit={submit}>
        <SelectField
          label="Format"
          hint={hints[format]}
          value={format}
          options={formats}
          onChange={setFormat}
        />
        <DialogActions>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button look="primary" type="submit">
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
