import { useState } from 'react';
import type { RunId } from '#shared/ids.ts';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { EmptyState, Loading, Page } from '../components/page.tsx';
import { useRuns } from '../door/queries.ts';
import { RunList } from './run-list.tsx';
import { RunPage } from './run-page.tsx';
import { SampleList } from './sample-list.tsx';

/** All runs of the project; a run opens into its outcome and its journal. */
export function HistoryScreen() {
  const runs = useRuns();
  const [openId, setOpenId] = useState<RunId | null>(null);
  const open = runs.data?.find(({ id }) => id === openId);
  if (open !== undefined) return <RunPage key={open.id} run={open} onOpen={setOpenId} />;
  return (
    <Page
      title="History"
      intro="Every run that wrote to Salesforce or QuickBooks, with what it planned, sent and got back, and every blind sample."
    >
      {runs.error === null ? null : <ErrorNote error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.data === undefined ? (
        runs.error === null ? (
          <Loading what="the runs" />
        ) : null
      ) : runs.data.length === 0 ? (
        <EmptyState title="No runs yet">
          When confirmed links are written, the run and its journal appear here.
        </EmptyState>
      ) : (
        <RunList runs={runs.data} onOpen={setOpenId} />
      )}
      <SampleList />
    </Page>
  );
}
