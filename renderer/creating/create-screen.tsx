import type { Side } from '#shared/datasets.ts';
import { Button } from '../components/button.tsx';
import { Loading, Page } from '../components/page.tsx';
import { useCreatePlan } from '../door/queries.ts';
import { PlanError } from '../preview/plan-error.tsx';
import { showPart } from '../write/write-part.ts';
import { CreatePreview } from './create-preview.tsx';
import { creatingWords } from './words.ts';

interface CreateScreenProps {
  /** The service in which records are created. */
  readonly side: Side;
  readonly busy: boolean;
  readonly readOnly: boolean;
}

/** Creating records: what would be created, before anything is sent. */
export function CreateScreen({ side, busy, readOnly }: CreateScreenProps) {
  const plan = useCreatePlan(side);
  if (plan.data !== undefined) return <CreatePreview plan={plan.data} busy={busy} readOnly={readOnly} />;
  return (
    <Page
      title={`Create ${creatingWords[side].nouns}`}
      actions={<Button onClick={() => showPart('links')}>Links</Button>}
    >
      {plan.error === null ? (
        <Loading what="what would be created" />
      ) : (
        <PlanError error={plan.error} onRetry={() => void plan.refetch()} />
      )}
    </Page>
  );
}
