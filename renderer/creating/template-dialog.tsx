import type { CreatePlan } from '#shared/creating.ts';
import { Button } from '../components/button.tsx';
import { Dialog, DialogActions } from '../components/dialogs/dialog.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useOperation } from '../door/operation.ts';
import styles from './record-dialog.module.css';
import { TemplateRow } from './template-row.tsx';
import { creatingWords } from './words.ts';

interface TemplateDialogProps {
  readonly plan: CreatePlan;
  readonly disabled: boolean;
  readonly onClose: () => void;
}

/** What each field of all new records is filled from; the preview behind it follows at once. */
export function TemplateDialog({ plan, disabled, onClose }: TemplateDialogProps) {
  const choosing = useOperation('create.template');
  const { in: side, targets, sources, records } = plan;
  const { nouns, source } = creatingWords[side];
  const example = records[0];
  return (
    <Dialog
      title={`Fields of all new ${nouns}`}
      description={`What each field is filled from, for every ${source}. It is kept in the project; what you edit by hand in one of the ${nouns} counts before it.`}
      open
      wide
      onOpenChange={(open) => (open ? null : onClose())}
    >
      <div className={styles.content}>
        {choosing.error === null ? null : <ErrorNote error={choosing.error} />}
        <div className={styles.fields}>
          {targets.map((target) => (
            <TemplateRow
              key={target.name}
              target={target}
              sources={sources}
              example={example?.fields[target.name] ?? ''}
              exampleName={example?.sourceName ?? ''}
              disabled={disabled}
              onChoose={(chosen) => choosing.start({ in: side, field: target.name, source: chosen })}
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
