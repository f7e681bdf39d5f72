import { Note } from '../components/notes/note.tsx';
import { AcceptBox } from '../preview/accept-box.tsx';

interface ProductionProps {
  readonly organisationName: string;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
}

/** Says that real data would be written, which a person has to accept by itself. */
export function Production({ organisationName, accepted, onAccept, disabled }: ProductionProps) {
  return (
    <Note tone="look">
      <b>This is a production organisation:</b> what is written here is what everybody in {organisationName}{' '}
      works with.
      <AcceptBox accepted={accepted} onAccept={onAccept} disabled={disabled}>
        Write to {organisationName}, a production organisation
      </AcceptBox>
    </Note>
  );
}
