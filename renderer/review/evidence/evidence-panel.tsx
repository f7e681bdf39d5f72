import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type MouseEvent, type RefObject, useEffect } from 'react';
import type { AccountId } from '#shared/ids.ts';
import type { ReviewRow, RowDetail } from '#shared/review.ts';
import { useKeys } from '../../commands/keys/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { Note } from '../../components/notes/note.tsx';
import { Loading } from '../../components/page.tsx';
import { useDoor } from '../../door/context.ts';
import { keys } from '../../door/keys.ts';
import { formatMargin } from '../../format/numbers.ts';
import type { Command } from '../session/commands.ts';
import { useReviewSession } from '../session/session-context.ts';
import { setReviewView, useReviewView } from '../view.ts';
import { Candidates } from './candidates.tsx';
import { CommentField } from './comment-field.tsx';
import { Comments } from './comments.tsx';
import { Comparison } from './comparison.tsx';
import { Consequences } from './consequences.tsx';
import { CustomerTreeView } from './customer-tree.tsx';
import { DecisionButtons } from './decision-buttons.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { DriftNoteView } from './drift-note.tsx';
import styles from './evidence-panel.module.css';
import { SampleAnswers } from './sample-answers.tsx';
import { WaterfallView } from './waterfall.tsx';

function detailQuery(call: ReturnType<typeof useDoor>['call'], accountId: AccountId) {
  return { queryKey: keys.detail(accountId), queryFn: () => call('review.detail', { accountId }) };
}

interface EvidencePanelProps {
  readonly panelRef: RefObject<HTMLElement | null>;
  readonly row: ReviewRow;
  /** Which candidate is shown, counted from 0. */
  readonly shown: number;
  readonly readOnly: boolean;
  readonly onLeave: () => void;
}

/** Why the active row's pair is proposed, what speaks against it, and what can be done with it. */
export function EvidencePanel({ panelRef, row, shown, readOnly, onLeave }: EvidencePanelProps) {
  const { call } = useDoor();
  const client = useQueryClient();
  const session = useReviewSession();
  const commenting = useReviewView((view) => view.commenting);
  const detail = useQuery(detailQuery(call, row.accountId));
  const ready = detail.data !== undefined;
  const { accountId } = row;
  useEffect(() => {
    // The next row's evidence is read ahead, so that it is there when a decision moves on.
    const next = ready ? session.nextOf(accountId) : null;
    if (next !== null) void client.prefetchQuery(detailQuery(call, next));
  }, [client, call, session, ready, accountId]);
  return (
    <aside
      ref={panelRef}
      aria-label="Evidence"
      tabIndex={-1}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      {/* Made anew for each account: nothing of one may ever stand beside another. */}
      <div key={accountId} className={styles.scroll}>
        {detail.error === null ? null : (
          <ErrorNote error={detail.error} onRetry={() => void detail.refetch()} />
        )}
        {detail.data === undefined ? (
          detail.error === null ? (
            <Loading what={row.accountName} />
          ) : null
        ) : (
          <Evidence detail={detail.data} shown={shown} readOnly={readOnly} onLeave={onLeave} />
        )}
      </div>
      {commenting === accountId && !readOnly ? (
        <CommentField key={accountId} row={row} onLeave={onLeave} />
      ) : null}
      <DecisionButtons row={row} shown={shown} readOnly={readOnly} onLeave={onLeave} />
    </aside>
  );
}

interface EvidenceProps {
  readonly detail: RowDetail;
  readonly shown: number;
  readonly readOnly: boolean;
  readonly onLeave: () => void;
}

function Evidence({ detail, shown, readOnly, onLeave }: EvidenceProps) {
  const session = useReviewSession();
  const { shown: keyOf } = useKeys();
  const does = (command: Command) => (event: MouseEvent) => {
    session.run(command);
    if (event.detail > 0) onLeave();
  };
  const { account, candidates, drift, rivals, history, comments, samples, lastError, undone, whyNone } =
    detail;
  const place = shown < candidates.length ? shown : 0;
  const candidate = candidates[place];
  return (
    <>
      <div className={styles.records}>
        {lastError === '' ? null : <Note tone="wrong">The last write failed: {lastError}</Note>}
        {drift.map((note) => (
          <DriftNoteView key={note.sentence} note={note} />
        ))}
        {undone === '' || candidate === undefined ? null : <Note tone="look">{undone}.</Note>}
        {candidate === undefined && drift.length === 0 ? <Note tone="info">{whyNone}</Note> : null}
        {candidate === undefined || candidate.rejectedBefore === '' ? null : (
          <Note tone="look">{candidate.rejectedBefore}</Note>
        )}
        <Comparison account={account} customer={candidate?.customer ?? null} />
        {rivals.length === 0 ? null : (
          <Note
            tone="look"
            actions={
              <Button shortcut={keyOf('review.compare')} onClick={() => session.run({ kind: 'compare' })}>
                Compare all
              </Button>
            }
          >
            <ul>
              {rivals.map(({ rival, name }) => (
                <li key={rival.kind === 'customer' ? rival.customerId : rival.accountId}>
                  {rival.kind === 'customer' ? 'Also a candidate' : 'Another account for this customer'}:{' '}
                  {name}, {formatMargin(rival.margin)}.
                </li>
              ))}
            </ul>
          </Note>
        )}
      </div>
      {candidate === undefined ? null : (
        <div className={styles.evidence}>
          {candidate.pair.evidence.length === 0 ? null : (
            <WaterfallView pair={candidate.pair} readOnly={readOnly} />
          )}
          <Candidates
            candidates={candidates}
            shown={place}
            readOnly={readOnly}
            onNone={does({ kind: 'reject-all' })}
            onShow={(shownCandidate) => setReviewView({ shownCandidate })}
          />
        </div>
      )}
      <div className={styles.background}>
        {candidate === undefined ? null : (
          <CustomerTreeView detail={detail} candidate={candidate} onLeave={onLeave} />
        )}
        {candidate === undefined ? null : <Consequences overwrites={candidate.overwrites} />}
        {history.length === 0 ? null : <DecisionHistory history={history} />}
        {samples.length === 0 ? null : <SampleAnswers samples={samples} />}
        <Comments comments={comments} readOnly={readOnly} />
      </div>
    </>
  );
}
