import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { ReviewRow, RowDetail } from '#shared/review.ts';
import { keyWord } from '../../commands/keys/key-press.ts';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { useDoor } from '../../door/context.ts';
import { keys } from '../../door/keys.ts';
import { useReviewSession } from '../session/session-context.ts';
import { setReviewView, useReviewView } from '../view.ts';
import { forgetDraft, keepDraft, useDraft } from './comment-draft.ts';
import styles from './comments.module.css';

const mostLetters = 2_000;

interface CommentFieldProps {
  readonly row: ReviewRow;
  readonly onLeave: () => void;
}

/** Where a comment on an account is written: Ctrl+Enter saves it, Escape leaves it as it is. */
export function CommentField({ row: { accountId, accountName }, onLeave }: CommentFieldProps) {
  const { call } = useDoor();
  const client = useQueryClient();
  const session = useReviewSession();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useDraft(accountId);
  const leave = () => {
    setReviewView({ commenting: null });
    onLeave();
  };
  const saving = useMutation({
    mutationFn: (comment: string) => call('review.comment', { accountId, text: comment }),
    onSuccess: (comments, comment) => {
      client.setQueryData<RowDetail>(keys.detail(accountId), (detail) => detail && { ...detail, comments });
      session.noteComment(accountId);
      forgetDraft(accountId, comment);
      setReviewView({ message: { tone: 'info', text: `Comment on ${accountName} saved.` } });
      // Who has gone on to another row meanwhile stays there.
      if (useReviewView.getState().commenting === accountId) leave();
    },
  });
  const canSave = text.trim() !== '' && !saving.isPending;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (canSave) saving.mutate(text);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => field.current?.focus(), []);
  return (
    <div className={styles.writing}>
      <label htmlFor={id}>Comment on {accountName}</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        maxLength={mostLetters}
        className={styles.field}
        value={text}
        onChange={(event) => keepDraft(accountId, event.target.value)}
        onKeyDown={onKeyDown}
      />
      {saving.error === null ? null : <ErrorNote error={saving.error} />}
      <div className={styles.actions}>
        <Button
          look="primary"
          shortcut={keyWord('Mod+Enter')}
          disabled={!canSave}
          onClick={() => saving.mutate(text)}
        >
          Save comment
        </Button>
        <Button shortcut="Esc" onClick={leave}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
