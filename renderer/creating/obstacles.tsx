import type { PlannedRecord } from '#shared/creating.ts';
import type { Side } from '#shared/datasets.ts';
import { Button } from '../components/button.tsx';
import { Note } from '../components/notes/note.tsx';
import { creatingWords, duplicatePhrase } from './words.ts';

interface ObstaclesProps {
  readonly side: Side;
  readonly record: PlannedRecord;
  readonly disabled: boolean;
  readonly onRename: (name: string) => void;
  /** Whether it is created though a duplicate rule refused it. */
  readonly onOverrule: (overrule: boolean) => void;
}

/** What speaks against creating a record as it is, and what can be done about it. */
export function Obstacles({ side, record, disabled, onRename, onOverrule }: ObstaclesProps) {
  const { clash, missing, duplicateRule, duplicates, lastTry } = record;
  const { service } = creatingWords[side];
  return (
    <>
      {clash === null ? null : (
        <Note
          tone="wrong"
          live={false}
          actions={
            <Button look="primary" disabled={disabled} onClick={() => onRename(clash.offered)}>
              Use “{clash.offered}”
            </Button>
          }
        >
          The name is taken by {clash.holder}. It is left out until it has another display name.
        </Note>
      )}
      {missing.length === 0 ? null : (
        <Note tone="wrong" live={false}>
          Salesforce requires {missing.join(', ')}. It is left out until that is filled in.
        </Note>
      )}
      {duplicates.length === 0 ? null : (
        <Note tone="look">
          <p>It may be in {service} already. If it is, confirm that pair in Review instead:</p>
          <ul>
            {duplicates.map((duplicate) => (
              <li key={duplicate.id}>{duplicatePhrase(duplicate)}</li>
            ))}
          </ul>
        </Note>
      )}
      {duplicateRule === 'silent' ? null : (
        <Note
          tone={duplicateRule === 'refused' ? 'wrong' : 'look'}
          live={false}
          actions={
            <Button disabled={disabled} onClick={() => onOverrule(duplicateRule === 'refused')}>
              {duplicateRule === 'refused' ? 'Create anyway' : 'Let the rule count'}
            </Button>
          }
        >
          {duplicateRule === 'refused'
            ? lastTry
            : 'It will be created though a duplicate rule of Salesforce holds it for a double.'}
        </Note>
      )}
    </>
  );
}
