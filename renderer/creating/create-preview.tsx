import { ArrowLeft, ListChecks } from 'lucide-react';
import { useState } from 'react';
import { type CreatePlan, isReady } from '#shared/creating.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Note } from '../components/notes/note.tsx';
import { ReadOnlyNote } from '../components/notes/read-only-note.tsx';
import { EmptyState, Page } from '../components/page.tsx';
import { useOperation } from '../door/operation.ts';
import { formatCounted } from '../format/numbers.ts';
import { goTo } from '../frame/screen-address.ts';
import { FinishRun } from '../history/finish-run.tsx';
import { Target } from '../preview/target.tsx';
import { showRun } from '../write/shown-run.ts';
import { showPart } from '../write/write-part.ts';
import { BlockedCreations } from './blocked-creations.tsx';
import { CreateWarnings } from './create-warnings.tsx';
import { LeftOut } from './left-out.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { RecordsTable } from './records-table.tsx';
import { TemplateDialog } from './template-dialog.tsx';
import { TemplateNote } from './template-note.tsx';
import { creatingWords } from './words.ts';

interface CreatePreviewProps {
  readonly plan: CreatePlan;
  readonly busy: boolean;
  readonly readOnly: boolean;
}

/** The records that one click would create, with what must be looked at and accepted first. */
export function CreatePreview({ plan, busy, readOnly }: CreatePreviewProps) {
  const { in: side, records, blocked, warnings, notes, unfinishedRun, fingerprint } = plan;
  const [acceptedPlan, setAcceptedPlan] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const [isTemplateOpen, setTemplateOpen] = useState(false);
  const creating = useOperation('create.start');
  const { noun, nouns, intro, empty } = creatingWords[side];
  const ready = records.filter(isReady).length;
  // What was accepted is this preview and no other.
  const accepted = acceptedPlan === fingerprint;
  const locked = busy || readOnly || creating.pending;
  const open = records.find(({ sourceId }) => sourceId === openId);
  const create = () =>
    creating.startFor({ in: side, fingerprint, acceptWarnings: accepted }, ({ id }) => showRun(id));
  return (
    <Page
      title={`Create ${nouns}`}
      full
      intro={intro}
      actions={
        <>
          <Button icon={<ArrowLeft size={16} aria-hidden="true" />} onClick={() => showPart('links')}>
            Links
          </Button>
          <Button
            icon={<ListChecks size={16} aria-hidden="true" />}
            disabled={readOnly}
            onClick={() => setTemplateOpen(true)}
          >
            Fields of all…
          </Button>
          <Button
            look={ready > 0 ? 'primary' : 'normal'}
            disabled={locked || ready === 0 || (warnings.length > 0 && !accepted)}
            onClick={create}
          >
            Create {formatCounted(ready, noun)}
          </Button>
        </>
      }
    >
      <Target side={side} organisationName={plan.organisationName} environment={plan.environment}>
        <TemplateNote plan={plan} />
      </Target>
      {readOnly ? <ReadOnlyNote /> : null}
      {unfinishedRun === null ? null : (
        <FinishRun runId={unfinishedRun} by="create.resume" onDone={showRun} />
      )}
      {creating.error === null || busy ? null : <ErrorNote error={creating.error} />}
      {notes.map((note) => (
        <Note key={note} tone="info">
          {note}
        </Note>
      ))}
      <LeftOut plan={plan} />
      {warnings.length === 0 ? null : (
        <CreateWarnings
          plan={plan}
          accepted={accepted}
          onAccept={(yes) => setAcceptedPlan(yes ? fingerprint : '')}
          disabled={locked}
        />
      )}
      {blocked.length === 0 ? null : <BlockedCreations plan={plan} />}
      {records.length === 0 ? (
        <EmptyState
          title={`No ${nouns} to create`}
          action={
            <Button look="primary" onClick={() => goTo('review')}>
              Go to Review
            </Button>
          }
        >
          {empty}
        </EmptyState>
      ) : (
        <RecordsTable plan={plan} onOpen={({ sourceId }) => setOpenId(sourceId)} />
      )}
      {open === undefined ? null : (
        <RecordDialog plan={plan} record={open} disabled={locked} onClose={() => setOpenId(null)} />
      )}
      {isTemplateOpen ? (
        <TemplateDialog plan={plan} disabled={locked} onClose={() => setTemplateOpen(false)} />
      ) : null}
    </Page>
  );
}
