import { useMemo, useState } from 'react';
import { isHeldBack, type LinkWarning, type WritePreview } from '#shared/links.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Note } from '../components/notes/note.tsx';
import { ReadOnlyNote } from '../components/notes/read-only-note.tsx';
import { EmptyState, Page } from '../components/page.tsx';
import { SavedFile } from '../components/saved-file.tsx';
import { ToCreateNotes } from '../creating/to-create-note.tsx';
import { useOperation } from '../door/operation.ts';
import { formatCount, formatCounted } from '../format/numbers.ts';
import { goTo } from '../frame/screen-address.ts';
import { Hint } from '../hints/hint.tsx';
import { FinishRun } from '../history/finish-run.tsx';
import { Target } from '../preview/target.tsx';
import { Blocked } from './blocked.tsx';
import { HighValueField } from './high-value-field.tsx';
import { usePlanLinks } from './plan-links.ts';
import { PlanTable } from './plan-table.tsx';
import { Production } from './production.tsx';
import { showRun } from './shown-run.ts';
import { useSavePlan } from './use-save-plan.ts';
import { WarningGroups } from './warning-groups.tsx';

interface PreviewProps {
  readonly plan: WritePreview;
  readonly busy: boolean;
  readonly readOnly: boolean;
  readonly highValueFrom: number;
  readonly onHighValue: (from: number) => void;
}

/** What one click would write, row by row, with what must be accepted first. */
export function Preview({ plan, busy, readOnly, highValueFrom, onHighValue }: PreviewProps) {
  const { fingerprint, count, blocked, warnings, unfinishedRun, environment, organisationName } = plan;
  const [accepted, setAccepted] = useState(false);
  const [acceptedProduction, setAcceptedProduction] = useState(false);
  const [heldBack, setHeldBack] = useState<readonly LinkWarning[]>([]);
  const [shownGroup, setShownGroup] = useState<LinkWarning | null>(null);
  const { links, error } = usePlanLinks(plan);
  const writing = useOperation('write.start');
  const { saving, save } = useSavePlan(highValueFrom, heldBack);
  const locked = busy || readOnly || writing.pending || saving.pending;
  const toWrite = useMemo(() => links.filter((link) => !isHeldBack(link, heldBack)), [links, heldBack]);
  const shown = useMemo(
    () => (shownGroup === null ? links : links.filter((link) => link.warnings.includes(shownGroup))),
    [links, shownGroup],
  );
  const left = heldBack.length === 0 ? count : toWrite.length;
  const mustAccept = toWrite.some((link) => link.warnings.length > 0);
  const mustAcceptProduction = environment === 'production' && count > 0;
  const ready =
    !locked &&
    left > 0 &&
    links.length === count &&
    unfinishedRun === null &&
    (accepted || !mustAccept) &&
    (acceptedProduction || !mustAcceptProduction);
  const write = () =>
    writing.startFor(
      {
        fingerprint,
        highValueFrom,
        acceptWarnings: accepted,
        acceptProduction: acceptedProduction,
        holdBack: [...heldBack],
      },
      ({ id }) => showRun(id),
    );
  return (
    <Page
      title="Write"
      full
      intro="The confirmed links, as they would be written to Salesforce. Only the two link fields are touched, and each account is read again just before."
      actions={
        <>
          {count + blocked.length === 0 ? null : (
            <Button disabled={busy || saving.pending} onClick={save}>
              Save as a worksheet
            </Button>
          )}
          <Button
            look={unfinishedRun === null && left > 0 ? 'primary' : 'normal'}
            disabled={!ready}
            onClick={write}
          >
            Write {formatCounted(left, 'link')}
          </Button>
        </>
      }
    >
      <Target side="salesforce" organisationName={organisationName} environment={environment}>
        {left === count ? null : <span>{formatCounted(count - left, 'link')} held back</span>}
        {count === 0 ? null : (
          <HighValueField from={highValueFrom} onChange={onHighValue} disabled={locked} />
        )}
      </Target>
      {count === 0 ? null : (
        <Hint id="preview" done={writing.pending}>
          Nothing has been sent yet. Look the links over; only the button above writes, and every outcome is
          listed after.
        </Hint>
      )}
      <ToCreateNotes />
      {readOnly ? <ReadOnlyNote /> : null}
      {unfinishedRun === null ? null : <FinishRun runId={unfinishedRun} onDone={showRun} />}
      {writing.error === null || busy ? null : <ErrorNote error={writing.error} />}
      {saving.error === null || busy ? null : <ErrorNote error={saving.error} onRetry={save} />}
      {error === null ? null : <ErrorNote error={error} />}
      {saving.output === undefined ? null : (
        <Note tone="right" live actions={<SavedFile path={saving.output.path} what="worksheet" />}>
          {formatCounted(saving.output.links, 'link')} and {formatCount(saving.output.blocked)} left out,
          saved as {saving.output.path}. Nothing was written to Salesforce.
        </Note>
      )}
      {mustAcceptProduction ? (
        <Production
          organisationName={organisationName}
          accepted={acceptedProduction}
          onAccept={setAcceptedProduction}
          disabled={locked}
        />
      ) : null}
      {Object.keys(warnings).length === 0 ? null : (
        <WarningGroups
          warnings={warnings}
          heldBack={heldBack}
          onHoldBack={setHeldBack}
          shown={shownGroup}
          onShow={setShownGroup}
          accepted={accepted}
          onAccept={setAccepted}
          disabled={locked}
        />
      )}
      {blocked.length === 0 ? null : <Blocked links={blocked} />}
      {count === 0 ? (
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
        <PlanTable links={shown} heldBack={heldBack} />
      )}
    </Page>
  );
}
