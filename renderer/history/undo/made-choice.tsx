import type { RemovalPlan } from '#shared/removals.ts';
import { Note } from '../../components/notes/note.tsx';
import { formatCounted } from '../../format/numbers.ts';
import { AcceptBox } from '../../preview/accept-box.tsx';
import { FoldedList } from '../../preview/folded-list.tsx';
import { changeMadeWords } from './words.ts';

interface MadeChoiceProps {
  readonly made: RemovalPlan;
  /** Whether they are changed, too; else only the links are. */
  readonly changes: boolean;
  readonly disabled: boolean;
  readonly onChange: (changes: boolean) => void;
}

/** What the undo does to the customers that the run created, to be chosen; and which of them it leaves as they are, and why. */
export function MadeChoice({ made, changes, disabled, onChange }: MadeChoiceProps) {
  const { records, kept, action } = made;
  return (
    <>
      {records.length === 0 ? null : (
        <Note tone="info">
          {action === 'deactivate'
            ? 'The run created customers. QuickBooks cannot delete them; it can make them inactive, and calls them “(deleted)” then.'
            : 'The undo made customers inactive. They can be made active again, under the names that they had.'}
          <AcceptBox accepted={changes} onAccept={onChange} disabled={disabled}>
            {changeMadeWords(made)}
          </AcceptBox>
          <FoldedList summary={`${formatCounted(records.length, 'customer')} as the run left them`}>
            {records.map(({ recordId, name }) => (
              <li key={recordId}>
                {name} <span className="id">{recordId}</span>
              </li>
            ))}
          </FoldedList>
        </Note>
      )}
      {kept.length === 0 ? null : (
        <Note tone="look">
          <FoldedList
            open={kept.length <= 3}
            summary={`${formatCounted(kept.length, 'customer')} ${kept.length === 1 ? 'stays as it is' : 'stay as they are'} in QuickBooks`}
          >
            {kept.map(({ recordId, name, message }) => (
              <li key={recordId}>
                <b>{name}:</b> {message}
              </li>
            ))}
          </FoldedList>
        </Note>
      )}
    </>
  );
}
