import { Button } from '../button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and what is kept. */
  readonly description: string;
  /** A verb with its object: "Reset the practice company". */
  readonly action: string;
  readonly danger?: boolean;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onConfirm: () => void;
}

/** Asks once more before something that one key does not take back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog
      title={props.title}
      description={props.description}
      open={props.open}
      onOpenChange={props.onOpenChange}
    >
      <DialogActions>
        <Button onClick={() => props.onOpenChange(false)}>Cancel</Button>
        <Button
          look={props.danger ? 'danger' : 'primary'}
          onClick={() => {
            props.onOpenChange(false);
            props.onConfirm();
          }}
        >
          {props.action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
