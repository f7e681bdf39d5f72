import { useEffect, useRef } from 'react';
import type { Overview } from '#shared/contract.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Note } from '../components/notes/note.tsx';
import { ReadOnlyNote } from '../components/notes/read-only-note.tsx';
import { Page } from '../components/page.tsx';
import { useOverview } from '../door/queries.ts';
import { ImportPanel } from '../files/import-panel.tsx';
import { formatCounted } from '../format/numbers.ts';
import { formatDuration } from '../format/times.ts';
import { goTo } from '../frame/screen-address.ts';
import { MatchingPanel } from '../matching/matching-panel.tsx';
import { useMatch } from '../matching/use-match.ts';
import { rematchSentence } from '../matching/words.ts';
import { DriftPanel } from './drift-panel.tsx';
import { PracticePanel } from './practice-panel.tsx';
import { PreflightPanel } from './preflight-panel.tsx';
import { SaveFilesPanel } from './save-files-panel.tsx';
import { SourceCard } from './source-card.tsx';
import styles from './sources-screen.module.css';
import { useExport } from './use-export.ts';

/** What comes next: export before there are data of both sides, match before there are proposals, then review. */
function nextStep({ datasets, matchedAt }: Overview): 'export' | 'match' | 'review' {
  if (datasets.salesforce === null || datasets.quickbooks === null) return 'export';
  const exported = [datasets.salesforce.exportedAt, datasets.quickbooks.exportedAt];
  return matchedAt === null || exported.some((at) => at > matchedAt) ? 'match' : 'review';
}

/** Where the data come from: both services side by side, and the way from there to the review. */
export function SourcesScreen() {
  const overview = useOverview().data;
  const { exporting, start: runExport } = useExport();
  const { matching, start: runMatch } = useMatch();
  const hasEarly = matching.pending && (overview?.early ?? 0) > 0;
  const hadEarly = useRef(hasEarly);
  useEffect(() => {
    // Who comes back here while the match still runs wants to be here.
    if (hasEarly && !hadEarly.current) goTo('review');
    hadEarly.current = hasEarly;
  }, [hasEarly]);
  if (overview === undefined) return null;
  const { project, datasets, connections, running } = overview;
  const next = nextStep(overview);
  const busy = running !== null || exporting.pending || matching.pending;
  const connected =
    connections.salesforce.kind === 'connected' && connections.quickbooks.kind === 'connected';
  const canExport = connected && !busy && project?.readOnly === false;
  return (
    <Page
      title="Sources"
      intro="Export the accounts and the customers, then let Counterpart find which belong together. Exporting reads only; nothing is written."
      actions={
        <>
          <Button look={next === 'export' ? 'primary' : 'normal'} disabled={!canExport} onClick={runExport}>
            Export both
          </Button>
          <Button
            look={next === 'match' ? 'primary' : 'normal'}
            disabled={busy || next === 'export' || project?.readOnly === true}
            onClick={runMatch}
          >
            Find matches
          </Button>
          {next === 'review' ? (
            <Button look="primary" onClick={() => goTo('review')}>
              Review matches
            </Button>
          ) : null}
        </>
      }
    >
      {project?.readOnly ? <ReadOnlyNote /> : null}
      {exporting.error === null || busy ? null : <ErrorNote error={exporting.error} onRetry={runExport} />}
      {matching.error === null || busy ? null : <ErrorNote error={matching.error} onRetry={runMatch} />}
      {exporting.output?.rematch == null || busy || next !== 'review' ? null : (
        <Note tone="right">{rematchSentence(exporting.output.rematch)}</Note>
      )}
      {matching.output === undefined || next !== 'review' ? null : (
        <Note tone="right">
          {formatCounted(matching.output.proposals, 'match', 'matches')} proposed in{' '}
          {formatDuration(matching.output.milliseconds)};{' '}
          {formatCounted(matching.output.conflicts, 'conflict')} to settle and{' '}
          {formatCounted(matching.output.withoutCandidate, 'account')} without a candidate.
        </Note>
      )}
      <div className={styles.cards}>
        {(['salesforce', 'quickbooks'] as const).map((side) => (
          <SourceCard
            key={side}
            side={side}
            dataset={datasets[side]}
            connection={connections[side]}
            busy={busy}
          />
        ))}
      </div>
      <ImportPanel datasets={datasets} disabled={busy || (project?.readOnly ?? true)} />
      {overview.drift === null ? null : <DriftPanel drift={overview.drift} review={overview.review} />}
      <SaveFilesPanel overview={overview} disabled={busy} />
      <PreflightPanel connections={connections} project={project} />
      <MatchingPanel readOnly={project?.readOnly ?? true} />
      {project?.practice ? <PracticePanel disabled={busy || project.readOnly} /> : null}
    </Page>
  );
}
