import { z } from 'zod';
import { usualHighValue } from '#shared/links.ts';
import { Button } from '../components/button.tsx';
import { EmptyState, Loading, Page } from '../components/page.tsx';
import { CreateResult } from '../creating/create-result.tsx';
import { CreateScreen } from '../creating/create-screen.tsx';
import { usePreference } from '../door/preferences.tsx';
import { useOverview, useRuns, useWritePreview } from '../door/queries.ts';
import { goTo } from '../frame/screen-address.ts';
import { PlanError } from '../preview/plan-error.tsx';
import { Preview } from './preview.tsx';
import { RunResult } from './run-result.tsx';
import { useShownRun } from './shown-run.ts';
import { useWritePart } from './write-part.ts';

const Amount = z.number().positive();

/** Writing links or creating records: first what would be done, then what became of it. */
export function WriteScreen() {
  const { runId } = useShownRun();
  const { part } = useWritePart();
  const runs = useRuns();
  const [highValueFrom, setHighValueFrom] = usePreference('write.highValueFrom', Amount, usualHighValue);
  const plan = useWritePreview(highValueFrom);
  const overview = useOverview().data;
  const shown = runs.data?.find(({ id }) => id === runId);
  const busy = overview?.running != null;
  const readOnly = overview?.project?.readOnly ?? false;
  if (shown !== undefined && shown.creations !== null) {
    return <CreateResult run={shown} creations={shown.creations} busy={busy} readOnly={readOnly} />;
  }
  if (shown !== undefined) return <RunResult run={shown} busy={busy} readOnly={readOnly} />;
  if (part !== 'links') return <CreateScreen key={part} side={part} busy={busy} readOnly={readOnly} />;
  if (plan.data === undefined && overview?.matchedAt === null) {
    return (
      <Page title="Write">
        <EmptyState
          title="Nothing to write yet"
          action={
            <Button look="primary" onClick={() => goTo('sources')}>
              Go to Sources
            </Button>
          }
        >
          Export both sides, find matches and confirm pairs first. The confirmed links appear here before
          anything is sent.
        </EmptyState>
      </Page>
    );
  }
  if (plan.data === undefined) {
    return (
      <Page title="Write">
        {plan.error === null ? (
          <Loading what="what would be written" />
        ) : (
          <PlanError error={plan.error} onRetry={() => void plan.refetch()} />
        )}
      </Page>
    );
  }
  return (
    <Preview
      key={plan.data.fingerprint}
      plan={plan.data}
      busy={busy}
      readOnly={readOnly}
      highValueFrom={highValueFrom}
      onHighValue={setHighValueFrom}
    />
  );
}
