import type { Comment } from '#shared/review.ts';
import { useKeys } from '../../commands/keys/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { formatMoment } from '../../format/times.ts';
import { useReviewSession } from '../session/session-context.ts';
import styles from './comments.module.css';

interface CommentsProps {
  readonly comments: readonly Comment[];
  readonly readOnly: boolean;
}

/** What people wrote beside this account, newest last, and the way to write more. */
export function Comments({ comments, readOnly }: CommentsProps) {
  const session = useReviewSession();
  const { shown } = useKeys();
  return (
    <section>
      <h2 id="comments-heading">Comments</h2>
      {comments.length === 0 ? null : (
        <ol aria-labelledby="comments-heading" className={styles.comments}>
          {comments.map(({ text, author, at }) => (
            <li key={`${at} ${author} ${text}`}>
              <p className={styles.text}>{text}</p>
              <p className={styles.who}>
                {author}, <time dateTime={at}>{formatMoment(at)}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
      <Button
        look="plain"
        shortcut={shown('review.comment')}
        className={styles.write}
        disabled={readOnly}
        onClick={() => session.run({ kind: 'comment' })}
      >
        Write a comment
      </Button>
    </section>
  );
}
