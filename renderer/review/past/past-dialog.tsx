import { useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PastBatches } from '#shared/review.ts';
import { closePane } from '../../commands/panes.ts';
import { Button } from '../../components/button.tsx';
import { classes } from '../../components/classes.ts';
import { Dialog } from '../../components/dialogs/dialog.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { useDoor } from '../../door/context.ts';
import { keys } from '../../door/keys.ts';
import { useOverview } from '../../door/queries.ts';
import { formatCounted } from '../../format/numbers.ts';
import { formatMoment } from '../../format/times.ts';
import { useReviewSession } from '../session/session-context.ts';
import styles from './past-dialog.module.css';

const limit = 50;

type Past = PastBatches['batches'][number];

/** Everything that was decided in this project, newest first, and the way back to any point of it. */
export function PastDialog({ open }: { readonly open: boolean }) {
  return (
    <Dialog
      title="History of decisions"
      description="Newest first. The log is kept with the project, so that everything can be undone, tomorrow too."
      wide
      open={open}
      onOpenChange={closePane}
    >
      <PastList />
    </Dialog>
  );
}

function PastList() {
  const { call } = useDoor();
  const readOnly = useOverview().data?.project?.readOnly ?? true;
  const past = useInfiniteQuery({
    queryKey: keys.history,
    queryFn: ({ pageParam }) => call('review.history', { before: pageParam, limit }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ batches, more }: PastBatches) => (more ? (batches.at(-1)?.batch ?? null) : null),
    // Decisions may have been taken since it was last open.
    staleTime: 0,
    gcTime: 0,
  });
  const list = useRef<HTMLOListElement>(null);
  const isRead = past.data !== undefined;
  useEffect(() => {
    // The dialog opened before there was a list to begin with.
    if (isRead) list.current?.querySelector('button')?.focus();
  }, [isRead]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const buttons = Array.from(list.current?.querySelectorAll('button') ?? []);
    const { activeElement } = document;
    const place = activeElement instanceof HTMLButtonElement ? buttons.indexOf(activeElement) : -1;
    buttons[place + step]?.focus();
    event.preventDefault();
  };
  const batches = past.data?.pages.flatMap((page) => page.batches) ?? [];
  if (past.error !== null) return <ErrorNote error={past.error} onRetry={() => void past.refetch()} />;
  if (past.data === undefined) return <p role="status">Reading the decisions…</p>;
  if (batches.length === 0) return <p>Nothing has been decided yet.</p>;
  return (
    <>
      <ol ref={list} onKeyDown={onKeyDown} className={styles.list} aria-label="Decisions, newest first">
        {batches.map((batch) => (
          <Line key={batch.batch} past={batch} readOnly={readOnly} />
        ))}
      </ol>
      {past.hasNextPage ? (
        <div>
          <Button disabled={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>
            Show older
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Line({ past, readOnly }: { readonly past: Past; readonly readOnly: boolean }) {
  const session = useReviewSession();
  const { what, author, at, state, steps, batch } = past;
  const sentence = what.charAt(0).toUpperCase() + what.slice(1);
  const actions = formatCounted(steps, 'action');
  const go = (type: 'undo' | 'redo') => {
    closePane();
    session.travel(type, batch);
  };
  return (
    <li className={classes(styles.line, state !== 'done' && styles.taken)}>
      <span className={styles.what}>
        {state === 'done' ? sentence : <s>{sentence}</s>}
        {state === 'done' ? null : (
          <span className={styles.state}> {state === 'undone' ? 'undone' : 'undone, then decided anew'}</span>
        )}
      </span>
      <span className={styles.who}>
        {author} · {formatMoment(at)}
      </span>
      {steps === 0 || readOnly ? null : (
        <Button
          look="plain"
          title={`${state === 'done' ? 'Undoes' : 'Does again'} ${actions}`}
          onClick={() => go(state === 'done' ? 'undo' : 'redo')}
        >
          {state === 'done' ? 'Undo back to here' : 'Redo up to here'}
          <span className="visually-hidden">
            , {actions}: {what}
          </span>
        </Button>
      )}
    </li>
  );
}
