import type { RunInfo } from '#shared/links.ts';
import { runTitle } from '#shared/words.ts';
import { formatMoment } from '../format/times.ts';
import { runStatusWords } from '../format/words.ts';
import styles from './run-outcome.module.css';

/** Which run it is, where it wrote, who began it and when, below what came of it. */
export function RunFacts({ run }: { readonly run: RunInfo }) {
  const { status, organisationName, author, startedAt, finishedAt } = run;
  const isResting = status === 'held' || status === 'paused';
  const ended =
    finishedAt === null ? '' : `, ${isResting ? 'at rest since' : 'ended'} ${formatMoment(finishedAt)}`;
  return (
    <p className={styles.facts}>
      {runTitle(run)}, {runStatusWords[status]}, {organisationName}, by {author}, started{' '}
      {formatMoment(startedAt)}
      {ended}.
    </p>
  );
}
