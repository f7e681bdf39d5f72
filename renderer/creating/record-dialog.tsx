import { type CreatePlan, createAnyway, type PlannedRecord } from '#shared/creating.ts';
import { Button } from '../components/button.tsx';
import { Dialog, DialogActions } from '../components/dialogs/dialog.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useOperation } from '../door/operation.ts';
import { FieldRow } from './field-row.tsx';
import { Obstacles } from './obstacles.tsx';
import styles from './record-dialog.module.css';
import { creatingWords } from './words.ts';

interface RecordDialogProps {
  readonly plan: CreatePlan;
  readonly record: PlannedRecord;
  readonly disabled: boolean;
  readonly onClose: () => void;
}

/** All fields of a record to be, each to be edited; first what speaks against creating it as it is. */
export function RecordDialog({ plan, record, disabled, onClose }: RecordDialogProps) {
  const editing = useOperation('create.edit');
  const { in: side, targets, sources } = plan;
  const { sourceId, sourceName, fields, edited, changes } = record;
  const { noun, source, service } = creatingWords[side];
  const edit = (field: string, value: string | null, onDone?: () => void) =>
    editing.start({ in: side, sourceId, field, value }, onDone);
  return (
    <Dialog
      title={`New ${noun} from ${sourceName}`}
      description={`The values as ${service} is sent them. What you change here is kept in the project; the ${source} stays as it is.`}
      open
      wide
      onOpenChange={(open) => (open ? null : onClose())}
    >
      <div className={styles.content}>
        {editing.error === null ? null : <ErrorNote error={editing.error} />}
        <Obstacles
          side={side}
          record={record}
          disabled={disabled}
          onRename={(name) => edit('displayName', name)}
          onOverrule={(overrule) => edit(createAnyway, overrule ? 'yes' : null)}
        />
        <div className={styles.fields}>
          {targets.map((target) => (
            <FieldRow
              key={target.name}
              target={target}
              sources={sources}
              value={fields[target.name] ?? ''}
              edited={edited.includes(target.name)}
              changes={changes.filter(({ field }) => field === target.name).map(({ message }) => message)}
              disabled={disabled}
              onEdit={(value, onDone) => edit(target.name, value, onDone)}
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
