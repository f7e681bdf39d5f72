import { NewCustomerField, type PlannedCustomer } from '#shared/creating.ts';
import { Button } from '../components/button.tsx';
import { Dialog, DialogActions } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Note } from '../components/note.tsx';
import { useOperation } from '../door/operation.ts';
import styles from './customer-dialog.module.css';
import { FieldRow } from './field-row.tsx';
import { duplicatePhrase } from './words.ts';

interface CustomerDialogProps {
  readonly customer: PlannedCustomer;
  readonly disabled: boolean;
  readonly onClose: () => void;
}

/** All fields of a customer to be, each to be edited; first what speaks against creating it as it is. */
export function CustomerDialog({ customer, disabled, onClose }: CustomerDialogProps) {
  const editing = useOperation('create.edit');
  const { accountId, accountName, fields, edited, changes, clash, duplicates } = customer;
  const edit = (field: NewCustomerField, value: string | null, onDone?: () => void) =>
    editing.start({ accountId, field, value }, onDone);
  return (
    <Dialog
      title={`New customer from ${accountName}`}
      description="The values as QuickBooks is sent them. What you change here is kept in the project; the account stays as it is."
      open
      wide
      onOpenChange={(open) => (open ? null : onClose())}
    >
      <div className={styles.content}>
        {editing.error === null ? null : <ErrorNote error={editing.error} />}
        {clash === null ? null : (
          <Note
            tone="wrong"
            live={false}
            actions={
              <Button look="primary" disabled={disabled} onClick={() => edit('displayName', clash.offered)}>
                Use “{clash.offered}”
              </Button>
            }
          >
            The name is taken by {clash.holder}. It is left out until it has another display name.
          </Note>
        )}
        {duplicates.length === 0 ? null : (
          <Note tone="look">
            <p>It may be in QuickBooks already. If it is, confirm that pair in Review instead:</p>
            <ul>
              {duplicates.map((duplicate) => (
                <li key={duplicate.customerId}>{duplicatePhrase(duplicate)}</li>
              ))}
            </ul>
          </Note>
        )}
        <div className={styles.fields}>
          {NewCustomerField.options.map((field) => (
            <FieldRow
              key={field}
              field={field}
              value={fields[field]}
              edited={edited.includes(field)}
              changes={changes.filter((change) => change.field === field).map(({ message }) => message)}
              disabled={disabled}
              onEdit={(value, onDone) => edit(field, value, onDone)}
            />
          ))}
        </div>
      </div>
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
