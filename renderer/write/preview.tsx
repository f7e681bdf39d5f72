import { useState } from 'react';
import type { WritePlan } from '#shared/links.ts';
import { Button } from '../components/button.tsx';
import { EnvironmentTag } from '../components/environment-tag.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Note } from '../components/note.tsx';
import { EmptyState, Page } from '../components/page.tsx';
import { SideMark } from '../components/side-mark.tsx';
import { ToCreateNotes } from '../creating/to-create-note.tsx';
import { useOperation } from '../door/operation.ts';
import { formatCounted } from '../format/numbers.ts';
import { goTo } from '../frame/screens.ts';
import { Hint } from '../hints/hint.tsx';
import { Blocked } from './blocked.tsx';
import { PlanTable } from './plan-table.tsx';
import styles from './preview.module.css';
import { showRun } from './shown-run.ts';
import { Warnings } from './warnings.tsx';

interface PreviewProps {
  readonly plan: WritePlan;
  readonly busy: boolean;
  readonly readOnly: boolean;
}

/** What one click would write, row by row, with what must be accepted first. */
export function Preview({ plan, busy, readOnly }: PreviewProps) {
  const [accepted, setAccepted] = useState(false);
  const writing = useOperation('write.start');
  const resuming = useOperation('write.resume');
  const { links, blocked, warnings, unfinishedRun } = plan;
  const locked = busy || readOnly || writing.pending || resuming.pending;
  const counted = formatCounted(links.length, 'link');
  const write = () =>
    writing.start({ fingerprint: plan.fingerprint, acceptWarnings: accepted }, ({ id }) => showRun(id));
  return (
    <Page
      title="Write"
      full
      intro="The confirmed links, as they would be written to Salesforce. Only the two link fields are touched, and each account is read again just before."
      actions={
        <Button
          look={unfinishedRun === null && links.length > 0 ? 'primary' : 'normal'}
          disabled={
            locked || links.length === 0 || unfinishedRun !== null || (warnings.length > 0 && !accepted)
          }
          onClick={write}
        >
          Write {counted}
        </Button>
      }
    >
      <p className={styles.target}>
        <SideMark side="salesforce" />
        <b>{plan.organisationName}</b> <EnvironmentTag environment={plan.environment} />
      </p>
      {links.length === 0 ? null : (
        <Hint id="preview" done={writing.pending}>
          Nothing has been sent yet. Look the links over; only the button above writes, and every outcome is
          listed after.
        </Hint>
      )}
      <ToCreateNotes />
      {readOnly ? (
        <Note tone="look">This project is open in another window, so this one can only read.</Note>
      ) : null}
      {unfinishedRun === null ? null : (
        <Note
          tone="look"
          actions={
            <Button
              look="primary"
              disabled={locked}
              onClick={() => resuming.start({ runId: unfinishedRun }, ({ id }) => showRun(id))}
            >
              Finish the interrupted run
            </Button>
          }
        >
          Run {unfinishedRun} was interrupted. Finishing it reads what was sent without an answer, then sends
          the rest; nothing is sent twice.
        </Note>
      )}
      {writing.error === null || busy ? null : <ErrorNote error={writing.error} />}
      {resuming.error === null || busy ? null : <ErrorNote error={resuming.error} />}
      {warnings.length === 0 ? null : (
        <Warnings plan={plan} accepted={accepted} onAccept={setAccepted} disabled={locked} />
      )}
      {blocked.length === 0 ? null : <Blocked links={blocked} />}
      {links.length === 0 ? (
        <EmptyState
          title="No links to write"
          action={
            <Button look="primary" onClick={() => goTo('review')}>
              Go to Review
            </Button>
          }
        >
          Confirm pairs in Review first. They appear here before anything is sent.
        </EmptyState>
      ) : (
        <PlanTable links={links} />
      )}
    </Page>
  );
}
