import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { BulkPreview } from '#shared/bulk.ts';
import type { Sample } from '#shared/sampling.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialogs/dialog.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { Note } from '../../components/notes/note.tsx';
import { Loading } from '../../components/page.tsx';
import { useDoor } from '../../door/context.ts';
import { useSamples } from '../../door/queries.ts';
import { formatCounted } from '../../format/numbers.ts';
import { type RowTable, rowOf } from '../session/rows.ts';
import { useReviewSession } from '../session/session-context.ts';
import styles from './bulk.module.css';
import { BulkFacts } from './bulk-facts.tsx';
import { bulkFigures } from './figures.ts';
import { type BulkPlan, bulkPlan, sampleOfPairs } from './plan.ts';
import { SampleOffer } from './sample-offer.tsx';
import type { BulkOutcome, BulkWish } from './view.ts';
import { bulkActions } from './words.ts';

interface BulkQuestionProps {
  readonly wish: BulkWish;
  readonly table: RowTable;
  readonly onCancel: () => void;
  readonly onDone: (done: { plan: BulkPlan; outcome: BulkOutcome }) => void;
}

/** Reads what the decision would take, and what samples there are, and then asks. */
export function BulkQuestion(props: BulkQuestionProps) {
  const { call } = useDoor();
  const { kind, accountIds } = props.wish;
  const preview = useQuery({
    // The ids would be a long key; the list is a new one with every wish.
    queryKey: ['review.previewMany', kind, accountIds.length],
    queryFn: () => call('review.previewMany', { accountIds: [...accountIds], kind }),
    staleTime: 0,
    gcTime: 0,
    structuralSharing: false,
  });
  const samples = useSamples();
  const error = preview.error ?? samples.error;
  if (error !== null) return <ErrorNote error={error} />;
  if (preview.data === undefined || preview.isFetching || samples.data === undefined) {
    return <Loading what="what can be decided" />;
  }
  return <Question {...props} preview={preview.data} samples={samples.data} />;
}

interface QuestionProps extends BulkQuestionProps {
  readonly preview: BulkPreview;
  readonly samples: readonly Sample[];
}

function Question({ wish, table, preview, samples, onCancel, onDone }: QuestionProps) {
  const session = useReviewSession();
  const confirmButton = useRef<HTMLButtonElement>(null);
  const { kind } = wish;
  const { decisions: pairs, leftOut } = preview;
  const sample = kind === 'confirm' && pairs.length > 0 ? sampleOfPairs(samples, pairs) : null;
  const plan = useMemo(() => bulkPlan(kind, pairs, sample), [kind, pairs, sample]);
  const figures = useMemo(() => {
    const ids = plan.decisions.filter((decision) => decision.kind === kind).map(({ accountId }) => accountId);
    return bulkFigures(ids, (accountId) => rowOf(table, accountId));
  }, [plan, kind, table]);
  const deciding = useMutation({
    mutationFn: () => session.decideMany(plan.decisions),
    onSuccess: (outcome) => onDone({ plan, outcome }),
  });
  useEffect(() => confirmButton.current?.focus(), []);
  const from = wish.chosen
    ? `${formatCounted(wish.accountIds.length, 'selected row')}`
    : `all ${formatCounted(wish.accountIds.length, 'row')} that the table shows, as none is selected`;
  return (
    <>
      <p className={styles.from}>From {from}.</p>
      {wish.hidden === 0 ? null : (
        <Note tone="look">
          {formatCounted(wish.hidden, 'selected row is', 'selected rows are')} hidden by the filter.
        </Note>
      )}
      <BulkFacts kind={kind} plan={plan} figures={figures} leftOut={leftOut} />
      {kind === 'confirm' ? <SampleOffer pairs={pairs} figures={figures} sample={sample} /> : null}
      {deciding.error === null ? null : <ErrorNote error={deciding.error} />}
      <DialogActions>
        <Button onClick={onCancel}>{plan.decisions.length === 0 ? 'Close' : 'Cancel'}</Button>
        {plan.decisions.length === 0 ? null : (
          <Button
            ref={confirmButton}
            look="primary"
            disabled={deciding.isPending}
            onClick={() => deciding.mutate()}
          >
            {deciding.isPending ? 'Saving…' : bulkActions[kind](plan.asAsked)}
          </Button>
        )}
      </DialogActions>
    </>
  );
}
