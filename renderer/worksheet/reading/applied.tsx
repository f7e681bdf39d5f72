import { useMutation } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { WorksheetApplied } from '#shared/worksheet.ts';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { Note } from '../../components/notes/note.tsx';
import { useDoor } from '../../door/context.ts';
import { formatCounted } from '../../format/numbers.ts';
import styles from './reading.module.css';

/** What was taken over from a worksheet, what was not, and the way back. */
export function Applied({ applied }: { readonly applied: WorksheetApplied }) {
  const { call } = useDoor();
  const { decided, comments, refused, left, batch } = applied;
  const undoing = useMutation({
    mutationFn: async () => {
      const { batches } = await call('review.history', { before: null, limit: 1 });
      const last = batches[0];
      if (last?.batch !== batch || last.state !== 'done') return 'later' as const;
      await call('review.undo', {});
      return 'undone' as const;
    },
  });
  if (undoing.data === 'undone') {
    return (
      <Note tone="info" live>
        Taken back: {formatCounted(decided, 'decision')} of the worksheet.
        {comments === 0 ? '' : ' Comments stay.'}
      </Note>
    );
  }
  return (
    <>
      <Note
        tone="right"
        live
        actions={
          batch === null ? undefined : (
            <Button
              icon={<Undo2 size={14} aria-hidden="true" />}
              disabled={undoing.isPending}
              onClick={() => undoing.mutate()}
            >
              Undo
            </Button>
          )
        }
      >
        Took over {formatCounted(decided, 'decision')} and {formatCounted(comments, 'comment')}.
        {left === 0
          ? ''
          : ` ${formatCounted(left, 'row of the file was left as it is', 'rows of the file were left as they are')}.`}
      </Note>
      {undoing.data === 'later' ? (
        <Note tone="look" live>
          Something else was decided since. Take it back step by step in History of decisions, in Review.
        </Note>
      ) : null}
      {undoing.error === null ? null : <ErrorNote error={undoing.error} />}
      {refused.length === 0 ? null : (
        <Note tone="look">
          <p>{formatCounted(refused.length, 'row')} could not be taken over:</p>
          <ul className={styles.refused}>
            {refused.map(({ sheet, row, name, message }) => (
              <li key={`${sheet} ${row}`}>
                {sheet}, row {row}, {name}: {message}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}
