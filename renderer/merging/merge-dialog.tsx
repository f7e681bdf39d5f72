import { useState } from 'react';
import { Dialog } from '../components/dialogs/dialog.tsx';
import { ChooseCopy } from './choose-copy.tsx';
import { MergeResult } from './merge-result.tsx';
import type { Merged, MergeStage } from './stages.ts';
import { WeighCopy } from './weigh-copy.tsx';

interface MergeDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Takes over what another reviewer decided in a copy of this project: choose it, look at what comes of it, take it over. */
export function MergeDialog({ open, onOpenChange }: MergeDialogProps) {
  return (
    <Dialog title="Take over another reviewer’s work" wide open={open} onOpenChange={onOpenChange}>
      <Stages onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function Stages({ onClose }: { readonly onClose: () => void }) {
  const [stage, setStage] = useState<MergeStage>({ kind: 'choose' });
  const onMerged = (merged: Merged) => setStage({ kind: 'done', merged });
  switch (stage.kind) {
    case 'choose':
      return (
        <ChooseCopy
          onRead={(path, preview) => setStage({ kind: 'weigh', path, preview })}
          onCancel={onClose}
        />
      );
    case 'weigh':
      return <WeighCopy {...stage} onMerged={onMerged} onBack={() => setStage({ kind: 'choose' })} />;
    case 'done':
      return <MergeResult merged={stage.merged} onClose={onClose} />;
  }
}
