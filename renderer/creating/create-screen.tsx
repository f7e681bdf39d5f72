import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Loading, Page } from '../components/page.tsx';
import { useCreatePlan } from '../door/queries.ts';
import { CreatePreview } from './create-preview.tsx';
import { showPart, useWritePart } from './write-part.ts';

/** Creating customers: what would be created, before anything is sent. */
export function CreateScreen({ busy, readOnly }: { readonly busy: boolean; readonly readOnly: boolean }) {
  const { emails } = useWritePart();
  const plan = useCreatePlan(emails);
  if (plan.data !== undefined) {
    return <CreatePreview plan={plan.data} emails={emails} busy={busy} readOnly={readOnly} />;
  }
  return (
    <Page title="Create customers" actions={<Button onClick={() => showPart('links')}>Links</Button>}>
      {plan.error === null ? (
        <Loading what="what would be created" />
      ) : (
        <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} />
      )}
    </Page>
  );
}
