import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { CreatePlan } from '#shared/creating.ts';
import type { AccountId } from '#shared/ids.ts';
import { Button } from '../components/button.tsx';
import { EnvironmentTag } from '../components/environment-tag.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Note } from '../components/note.tsx';
import { EmptyState, Page } from '../components/page.tsx';
import { SideMark } from '../components/side-mark.tsx';
import { useOperation } from '../door/operation.ts';
import { formatCounted } from '../format/numbers.ts';
import { goTo } from '../frame/screens.ts';
import { showRun } from '../write/shown-run.ts';
import { BlockedCreations } from './blocked-creations.tsx';
import styles from './create-preview.module.css';
import { CreateWarnings } from './create-warnings.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { CustomersTable } from './customers-table.tsx';
import { giveEmails, showPart } from './write-part.ts';

interface CreatePreviewProps {
  readonly plan: CreatePlan;
  readonly emails: boolean;
  readonly busy: boolean;
  readonly readOnly: boolean;
}

/** The customers that one click would create, with what must be looked at and accepted first. */
export function CreatePreview({ plan, emails, busy, readOnly }: CreatePreviewProps) {
  const { customers, blocked, warnings, unfinishedRun, fingerprint } = plan;
  const [acceptedPlan, setAcceptedPlan] = useState('');
  const [openId, setOpenId] = useState<AccountId | null>(null);
  const creating = useOperation('create.start');
  const resuming = useOperation('create.resume');
  const ready = customers.filter(({ clash }) => clash === null).length;
  const clashes = customers.length - ready;
  // What was accepted is this preview and no other.
  const accepted = acceptedPlan === fingerprint;
  const locked = busy || readOnly || creating.pending || resuming.pending;
  const open = customers.find(({ accountId }) => accountId === openId);
  const create = () =>
    creating.start({ fingerprint, emails, acceptWarnings: accepted }, ({ id }) => showRun(id));
  return (
    <Page
      title="Create customers"
      full
      intro="The accounts marked as create new, as the customers they would become in QuickBooks. Each account is read again just before, and gets its customer’s id right after."
      actions={
        <>
          <Button icon={<ArrowLeft size={16} aria-hidden="true" />} onClick={() => showPart('links')}>
            Links
          </Button>
          <Button
            look={ready > 0 ? 'primary' : 'normal'}
            disabled={locked || ready === 0 || (warnings.length > 0 && !accepted)}
            onClick={create}
          >
            Create {formatCounted(ready, 'customer')}
          </Button>
        </>
      }
    >
      <div className={styles.target}>
        <SideMark side="quickbooks" />
        <b>{plan.organisationName}</b> <EnvironmentTag environment={plan.environment} />
        <label className={styles.emails}>
          <input
            type="checkbox"
            checked={emails}
            disabled={locked}
            onChange={(event) => giveEmails(event.target.checked)}
          />
          Give each its account’s e-mail address, too
        </label>
      </div>
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
              Finish run {unfinishedRun}
            </Button>
          }
        >
          Run {unfinishedRun} was not finished. Finishing it settles what was sent without an answer and links
          what was created; nothing is created twice.
        </Note>
      )}
      {creating.error === null || busy ? null : <ErrorNote error={creating.error} />}
      {resuming.error === null || busy ? null : <ErrorNote error={resuming.error} />}
      {clashes === 0 ? null : (
        <Note tone="wrong" live={false}>
          {formatCounted(clashes, 'customer')} {clashes === 1 ? 'has a name that is' : 'have names that are'}{' '}
          taken, and {clashes === 1 ? 'is' : 'are'} left out until {clashes === 1 ? 'it has' : 'they have'}{' '}
          another one.
        </Note>
      )}
      {warnings.length === 0 ? null : (
        <CreateWarnings
          plan={plan}
          accepted={accepted}
          onAccept={(yes) => setAcceptedPlan(yes ? fingerprint : '')}
          disabled={locked}
        />
      )}
      {blocked.length === 0 ? null : <BlockedCreations blocked={blocked} />}
      {customers.length === 0 ? (
        <EmptyState
          title="No customers to create"
          action={
            <Button look="primary" onClick={() => goTo('review')}>
              Go to Review
            </Button>
          }
        >
          Mark accounts as create new in Review first. They appear here before anything is sent.
        </EmptyState>
      ) : (
        <CustomersTable customers={customers} onOpen={({ accountId }) => setOpenId(accountId)} />
      )}
      {open === undefined ? null : (
        <CustomerDialog customer={open} disabled={locked} onClose={() => setOpenId(null)} />
      )}
    </Page>
  );
}
