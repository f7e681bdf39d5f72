import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MergePreview } from '#shared/contract.ts';
import type { AccountId } from '#shared/ids.ts';
import { Button } from '../components/button.tsx';
import { DialogActions } from '../components/dialogs/dialog.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useDoor } from '../door/context.ts';
import { formatCount, formatCounted } from '../format/numbers.ts';
import { Disagreements } from './disagreements.tsx';
import styles from './merging.module.css';
import { changesAnything, type Merged, toggled } from './stages.ts';

interface WeighCopyProps {
  readonly path: string;
  readonly preview: MergePreview;
  readonly onMerged: (merged: Merged) => void;
  readonly onBack: () => void;
}

/** What would be taken over, and whose word counts where the two copies differ. */
export function WeighCopy({ path, preview, onMerged, onBack }: WeighCopyProps) {
  const { call } = useDoor();
  const [theirs, setTheirs] = useState<ReadonlySet<AccountId>>(new Set());
  const { adopted, agreed, unknown, comments, disagreements } = preview;
  const choosable = disagreements.flatMap((one) => (one.theirs === null ? [] : [one.accountId]));
  const merging = useMutation({
    mutationFn: () => call('project.merge', { path, takeTheirs: [...theirs] }),
    onSuccess: (outcome) => onMerged({ outcome, kept: disagreements.length - theirs.size }),
  });
  const counts: readonly (readonly [string, number])[] = [
    ['Accounts to take over', adopted],
    ['Decided alike', agreed],
    ['Decided differently', disagreements.length],
    ['Not in this project', unknown],
    ['Comments to take over', comments],
  ];
  return (
    <>
      <dl className={styles.counts}>
        {counts.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      {disagreements.length === 0 ? null : (
        <Disagreements
          disagreements={disagreements}
          theirs={theirs}
          onToggle={(account) => setTheirs((chosen) => toggled(chosen, account))}
          onAll={(all) => setTheirs(new Set(all ? choosable : []))}
        />
      )}
      {merging.error === null ? null : <ErrorNote error={merging.error} />}
      <DialogActions>
        <Button onClick={onBack}>Another file</Button>
        <Button
          look="primary"
          disabled={!changesAnything(preview, theirs.size) || merging.isPending}
          onClick={() => merging.mutate()}
        >
          Take over {formatCounted(adopted + theirs.size, 'account')}
        </Button>
      </DialogActions>
    </>
  );
}
